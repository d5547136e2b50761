using { aftersales.SparePartsService } from './service';

namespace aftersales;

// What the user at hand may do, read from the access rules, so that a page shows no button in vain.
extend service SparePartsService with {

  @readonly @odata.singleton @cds.persistence.skip
  entity CurrentUser {
    key userId          : String(255);
        /** The user's own record as a technician. */
        technician_ID   : UUID;
        /** Note what an order needs, and hold it. */
        mayNeed         : Boolean;
        mayClaim        : Boolean;
        mayIssue        : Boolean;
        maySettle       : Boolean;
        mayRequisition  : Boolean;
        mayApprove      : Boolean;
        mayReturn       : Boolean;
        mayCredit       : Boolean;
        /** Substitutes, places and usual parts. */
        mayMaintain     : Boolean;
        /** What vans should have, and what is brought to them. */
        mayReplenish    : Boolean;
        mayCount        : Boolean;
        mayForecast     : Boolean;
  }
}

annotate SparePartsService.CurrentUser with @(restrict: [{ grant: 'READ', to: 'any' }]);
