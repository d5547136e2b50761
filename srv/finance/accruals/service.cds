using { aftersales as db } from '../../../db';
using { aftersales.FinanceService } from '../service';

namespace aftersales;

// Month end: work done and not posted yet; and what was set aside for warranty against what it cost.
extend service FinanceService with {
  @readonly
  entity AccrualRuns  as projection on db.AccrualRuns actions {
    /** Books the proposal on the last day of the period and takes it back on the next day. */
    action postAccruals()   returns AccrualRuns;
    /** Drops a proposal, so that a new one can be made. */
    action cancelAccruals() returns AccrualRuns;
  };
  @readonly
  entity AccrualItems as projection on db.AccrualItems actions {
    action exclude() returns AccrualItems;
    action include() returns AccrualItems;
  };
  @odata.draft.enabled
  entity WarrantyProvisions as projection on db.WarrantyProvisions;

  /** What was done by the end of the period and is not posted: one run a company code and period; asked again, the proposal is made anew. */
  action proposeAccruals(companyCode : String(4) not null, fiscalYear : Integer not null, fiscalPeriod : Integer not null) returns AccrualRuns;
}
