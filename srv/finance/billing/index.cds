using { aftersales as db } from '../../../db';
using { aftersales.FinanceService } from '../service';

namespace aftersales;

// What billing is asked to charge.
extend service FinanceService with {
  @readonly entity BillingRequestItems as projection on db.BillingRequestItems;
}
extend entity FinanceService.BillingRequests with actions {
  /** Sends again what the host refused. */
  action resend() returns FinanceService.BillingRequests;
  /** Takes back what the host does not have: its rows can be asked for again. */
  action cancel() returns FinanceService.BillingRequests;
};

annotate FinanceService.BillingRequests with @(restrict: [
  { grant: 'READ', to: ['CostController', 'Auditor', 'Admin'] },
  { grant: ['resend', 'cancel'], to: 'CostController' }
]);
annotate FinanceService.BillingRequestItems with @(restrict: [{ grant: 'READ', to: ['CostController', 'Auditor', 'Admin'] }]);
