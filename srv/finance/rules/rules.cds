using { aftersales as db } from '../../../db';
using { aftersales.FinanceService } from '../service';

namespace aftersales;

/** What one rule says to a cost. */
type RuleTrace {
  rule_ID     : UUID;
  /** coverage, costObject, account, activityRate, exchangeRate */
  kind        : String(12);
  kindName    : String(80);
  /** Of which share of the cost; empty where it is about the whole. */
  share       : Integer;
  /** The rule in words, and why it is the one or not. */
  text        : String(500);
  reason      : String(500);
  fits        : Boolean;
  isHit       : Boolean;
  /** How many criteria it names. */
  specificity : Integer;
}

type DeterminedShare {
  share                    : Integer;
  accountingIndicator      : String(10);
  accountingIndicatorName  : String(80);
  percent                  : Decimal(6, 3);
  amount                   : db.Amount;
  companyCodeAmount        : db.Amount;
  costObjectKind           : String(12);
  costObjectKindName       : String(80);
  costObject               : String(24);
  glAccount                : String(10);
  hostAccount              : String(10);
  offsetAccount            : String(10);
  taxCode                  : String(2);
}

type Determination {
  companyCode         : String(4);
  companyCodeName     : db.Name;
  currency            : String(3);
  companyCodeCurrency : String(3);
  fiscalYear          : Integer;
  fiscalPeriod        : Integer;
  isPeriodOpen        : Boolean;
  exchangeRate        : db.ExchangeRate;
  exchangeRateDate    : Date;
  activityRate        : db.Rate;
  activityRateUnit    : db.UnitOfMeasure;
  activityRateCurrency: String(3);
  shares              : many DeterminedShare;
  rules               : many RuleTrace;
  /** MISSING_ACCOUNT, MISSING_COST_OBJECT, MISSING_COMPANY_CODE, MISSING_EXCHANGE_RATE … */
  missing             : many String(40);
}

// Company codes, periods, rates and the rules that say where a cost belongs.
extend service FinanceService with {
  @odata.draft.enabled
  entity CompanyCodes       as projection on db.CompanyCodes;
  entity CompanyCodePlants  as projection on db.CompanyCodePlants;
  @readonly
  entity PostingPeriods     as projection on db.PostingPeriods;
  @odata.draft.enabled
  entity ExchangeRates      as projection on db.ExchangeRates;
  @odata.draft.enabled
  entity ActivityRates      as projection on db.ActivityRates;
  @odata.draft.enabled
  entity CostObjectRules    as projection on db.CostObjectRules;
  @odata.draft.enabled
  entity AccountRules       as projection on db.AccountRules;
  @odata.draft.enabled
  entity CoverageRules      as projection on db.CoverageRules;
  entity CoverageShares     as projection on db.CoverageShares;

  /** Opens or closes a period for what this module posts. */
  action setPeriod(companyCode : String(4) not null, fiscalYear : Integer not null, fiscalPeriod : Integer not null, isOpen : Boolean not null) returns PostingPeriods;

  /** Which rule would say what, for an order's cost or for made-up values, given ones before those of the order: nothing is written. */
  function determine(
    workOrder_ID : UUID, companyCode : String(4), plant : String(4), orderType_code : String(4), warrantyStatus_code : String(10), accountingIndicator_code : String(10),
    costType_code : String(10), model : String(20), serviceContract : String(10), costCenter : String(10), activityType : String(6), performedOn : Date,
    amount : db.Amount, currency_code : String(3)
  ) returns Determination;
}
