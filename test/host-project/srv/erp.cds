using { erp } from '../db/erp';
using from '../db/extensions';

@path: '/odata/v4/erp'
service erp.WardService @(requires: ['Ward', 'Admin']) {
  entity Wards as projection on erp.Wards;
  @readonly entity RepairLog as projection on erp.RepairLog { *, workOrder.number as orderNumber } excluding { workOrder };
}

annotate erp.WardService.Wards with @(restrict: [{ grant: 'READ', to: 'Ward' }, { grant: '*', to: 'Admin' }]);
