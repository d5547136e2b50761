namespace aftersales;

using { sap.common.CodeList, cuid, managed, Currency } from '@sap/cds/common';
using { aftersales as types } from './types';
using { aftersales as codes } from './code-lists';

type CompanyCode       : String(4);
type GLAccount         : String(10);
type ActivityType      : String(6);
type TaxCode           : String(2);
type ExchangeRate      : Decimal(18, 9);
type CostObjectKind    : String(12) enum { serviceItem; order; costCenter; wbsElement; };
/** Number of a cost centre, an internal order, a WBS element, or of a service order with its item: 8000000001/10. */
type CostObjectNumber  : String(24);
type FiscalYearVariant : String(2) enum { K4; V3; V6; V9; };
type FiscalYear        : Integer;
type FiscalPeriod      : Integer;

// ---- where costs belong

/** K4: calendar year; V3: April to March; V6: July to June; V9: October to September. */
entity FiscalYearVariants : CodeList {
  key code : FiscalYearVariant;
}

entity CompanyCodes : managed {
  key code              : CompanyCode;
      name              : types.Name;
      country           : String(3);
      currency          : Currency not null;
      fiscalYearVariant : Association to FiscalYearVariants not null default 'K4';
      /** Accrued liabilities: what accruals at the end of a period are booked against. */
      accrualAccount    : GLAccount;
      plants            : Composition of many CompanyCodePlants on plants.companyCode = $self;
}

entity CompanyCodePlants {
  key plant       : String(4);
      companyCode : Association to CompanyCodes;
}

/** A period without a row is open. */
entity PostingPeriods : managed {
  key companyCode  : Association to CompanyCodes;
  key fiscalYear   : FiscalYear;
  key fiscalPeriod : FiscalPeriod;
      isOpen       : Boolean not null default true;
      /** Days of the period, as the company code's variant has it. */
      firstDay     : Date;
      lastDay      : Date;
}

/** One unit of the first currency in units of the second, from that day on. Where only the other direction is there, it is divided by that. */
@assert.unique: { day: [fromCurrency, toCurrency, validFrom] }
entity ExchangeRates : cuid, managed {
  fromCurrency : Currency not null;
  toCurrency   : Currency not null;
  validFrom    : Date not null;
  rate         : ExchangeRate not null;
}

/**
 * What an hour (or another unit) of an activity costs. The one of the cost centre goes before the one of the company code; one without an end holds until
 * a later one begins.
 */
entity ActivityRates : cuid, managed {
  companyCode  : Association to CompanyCodes not null;
  costCenter   : String(10);
  activityType : ActivityType not null;
  validFrom    : Date not null;
  validTo      : Date;
  rate         : types.Rate not null;
  unit         : types.UnitOfMeasure not null default 'H';
  currency     : Currency not null;
}

entity CostObjectKinds : CodeList {
  key code : CostObjectKind;
}

/**
 * Who bears a cost. Criteria that are empty fit everything; of those that fit the most specific holds, then the lowest priority number.
 * Then the one that began last. A rule without a number takes what the order brings along: its service order in the host, the technician's cost centre.
 */
entity CostObjectRules : cuid, managed {
  companyCode         : Association to CompanyCodes;
  plant               : String(4);
  orderType           : Association to codes.OrderTypes;
  warrantyStatus      : Association to codes.WarrantyStatuses;
  accountingIndicator : Association to codes.AccountingIndicators;
  costType            : Association to codes.CostTypes;
  model               : String(20);
  serviceContract     : String(10);
  validFrom           : Date;
  validTo             : Date;
  priority            : Integer not null default 10;
  costObjectKind      : Association to CostObjectKinds not null;
  costObject          : CostObjectNumber;
  comment             : types.ShortText;
}

/** Accounts of a cost: its own, the one where the host books it by itself, and the one against which we book it. */
entity AccountRules : cuid, managed {
  companyCode         : Association to CompanyCodes;
  costType            : Association to codes.CostTypes;
  accountingIndicator : Association to codes.AccountingIndicators;
  orderType           : Association to codes.OrderTypes;
  validFrom           : Date;
  validTo             : Date;
  priority            : Integer not null default 10;
  /** The cost element, which is a G/L account. */
  glAccount           : GLAccount not null;
  /** Where goods issue or time confirmation book the cost by themselves. */
  hostAccount         : GLAccount;
  /** Stock, activity allocation, or clearing of what we book ourselves. */
  offsetAccount       : GLAccount not null;
  /** Primary accounts for journal entries where the two above are of allocations alone, to which nobody else may post. */
  transferAccount       : GLAccount;
  transferOffsetAccount : GLAccount;
  taxCode             : TaxCode;
  comment             : types.ShortText;
}

/** How a cost is shared between who bears it, such as 80 % warranty and 20 % customer. */
entity CoverageRules : cuid, managed {
  name                : types.ShortText not null;
  /** The indicator that the cost item carries: another one chosen by a person is left alone. */
  accountingIndicator : Association to codes.AccountingIndicators;
  serviceContract     : String(10);
  model               : String(20);
  orderType           : Association to codes.OrderTypes;
  costType            : Association to codes.CostTypes;
  companyCode         : Association to CompanyCodes;
  validFrom           : Date;
  validTo             : Date;
  priority            : Integer not null default 10;
  /** Together 100. */
  shares              : Composition of many CoverageShares on shares.rule = $self;
}

entity CoverageShares : cuid {
  rule                : Association to CoverageRules;
  /** Of equal remainders the first share gets the cent. */
  position            : Integer not null default 1;
  accountingIndicator : Association to codes.AccountingIndicators not null;
  percent             : Decimal(6, 3) not null;
}
