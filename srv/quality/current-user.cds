using { aftersales.QualityService } from './service';

namespace aftersales;

// What the user at hand may do, read from the access rules, so that a page shows no button in vain.
extend service QualityService with {

  @readonly @odata.singleton @cds.persistence.skip
  entity CurrentUser {
    key userId          : String(255);
        /** As a signature bears it. */
        printedName     : String(80);
        /** From an order. */
        mayRaise        : Boolean;
        mayCreate       : Boolean;
        mayEdit         : Boolean;
        /** Steps of a notification and of its tasks. */
        mayWork         : Boolean;
        mayComplete     : Boolean;
        mayReopen       : Boolean;
        mayDecide       : Boolean;
        maySubmit       : Boolean;
        mayReport       : Boolean;
        maySendToHost   : Boolean;
        mayRaiseCapa    : Boolean;
        maySeeCapa      : Boolean;
        mayEditCapa     : Boolean;
        /** Judge the effect, approve a later date. */
        mayApprove      : Boolean;
        mayDecideTrends : Boolean;
        maySeeTrends    : Boolean;
        mayReadAudit    : Boolean;
        /** Catalogs, profiles and rules. */
        mayMaintain     : Boolean;
  }
}

annotate QualityService.CurrentUser with @(restrict: [{ grant: 'READ', to: 'any' }]);
