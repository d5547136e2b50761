using { aftersales.FinanceService } from './service';

namespace aftersales;

// What the user at hand may do, read from the access rules, so that a page shows no button in vain.
extend service FinanceService with {

  @readonly @odata.singleton @cds.persistence.skip
  entity CurrentUser {
    key userId      : String(255);
        maySeeCosts : Boolean;
        mayPost     : Boolean;
        mayReverse  : Boolean;
        mayClose    : Boolean;
        mayBill     : Boolean;
        mayAddCost  : Boolean;
        mayAccrue   : Boolean;
        /** Rules, rates and periods. */
        mayMaintain : Boolean;
        mayMaintainCompanies : Boolean;
  }
}

annotate FinanceService.CurrentUser with @(restrict: [{ grant: 'READ', to: 'any' }]);
