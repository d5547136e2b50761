using { aftersales.SparePartsService } from './service';

annotate SparePartsService with @(requires: [
  'ServiceAgent', 'Dispatcher', 'Technician', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor', 'Admin'
]);

annotate SparePartsService.Reservations with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor', 'Admin'] },
  { grant: 'READ', to: 'Technician', where: (workOrder.technician.userId = $user) },
  { grant: ['claim', 'release', 'useSubstitute', 'transferFrom', 'requisition'], to: ['PartsPlanner', 'Dispatcher', 'ServiceAgent', 'Admin'] },
  { grant: ['pick', 'issue', 'consume', 'returnUnused', 'scrap'], to: ['PartsPlanner', 'Admin'] },
  { grant: ['claim', 'release', 'useSubstitute', 'transferFrom', 'pick', 'issue', 'consume', 'returnUnused', 'scrap'], to: 'Technician', where: (workOrder.technician.userId = $user) }
]);
annotate SparePartsService.PartMovements with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor', 'Admin'] },
  { grant: 'READ', to: 'Technician', where: (reservation.workOrder.technician.userId = $user) }
]);
annotate SparePartsService.FittedParts with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'Technician', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor', 'Admin'] }
]);
annotate SparePartsService.StockTransfers with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor', 'Admin'] },
  { grant: 'READ', to: 'Technician', where: (workOrder.technician.userId = $user or destination.technician.userId = $user or source.technician.userId = $user) }
]);
annotate SparePartsService.WarrantyReturns with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor', 'Admin'] },
  { grant: 'READ', to: 'Technician', where: (workOrder.technician.userId = $user) },
  { grant: ['sendToSupplier', 'credit', 'refuseCredit'], to: ['PartsPlanner', 'Admin'] },
  { grant: ['credit', 'refuseCredit'], to: 'CostController' }
]);
annotate SparePartsService.WorkOrders with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor', 'Admin'] },
  { grant: 'READ', to: 'Technician', where: (technician.userId = $user) }
]);

annotate SparePartsService.reserve with @(requires: ['PartsPlanner', 'Dispatcher', 'ServiceAgent', 'Technician', 'Admin']);
annotate SparePartsService.need    with @(requires: ['PartsPlanner', 'Dispatcher', 'ServiceAgent', 'Technician', 'Admin']);

// What is where, and what it would take to get it: for everybody who speaks with customers about dates.
annotate SparePartsService.Parts        with @(restrict: [{ grant: ['READ', 'refreshStock'], to: 'any' }]);
annotate SparePartsService.PartSupplies with @(restrict: [{ grant: 'READ', to: 'any' }]);
annotate SparePartsService.Availability with @(restrict: [{ grant: 'READ', to: 'any' }]);
annotate SparePartsService.StockPlaces  with @(restrict: [{ grant: 'READ', to: 'any' }, { grant: ['CREATE', 'UPDATE'], to: ['PartsPlanner', 'Admin'] }]);

annotate SparePartsService.PartAlerts   with @(restrict: [{ grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor', 'Admin'] }]);
annotate SparePartsService.Substitutes  with @(restrict: [{ grant: 'READ', to: 'any' }, { grant: '*', to: ['PartsPlanner', 'Admin'] }]);
// Four eyes: who asked is refused whatever the role, and for medical classes somebody of quality decides.
annotate SparePartsService.SubstitutionRequests with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor', 'Admin'] },
  { grant: 'READ', to: 'Technician', where: (reservation.workOrder.technician.userId = $user) },
  { grant: ['approve', 'decline'], to: ['PartsPlanner', 'QualityEngineer', 'QualityManager'] }
]);
annotate SparePartsService.Requisitions with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor', 'Admin'] },
  { grant: 'READ', to: 'Technician', where: (reservation.workOrder.technician.userId = $user) }
]);
annotate SparePartsService.requisitionForStock with @(requires: ['PartsPlanner', 'Admin']);
annotate SparePartsService.followRequisitions  with @(requires: ['PartsPlanner', 'Admin']);
