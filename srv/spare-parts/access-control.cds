using { aftersales.SparePartsService } from './service';

annotate SparePartsService with @(requires: ['ServiceAgent', 'Dispatcher', 'Technician', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'Auditor', 'Admin']);

// What is where, and what it would take to get it: for everybody who speaks with customers about dates.
annotate SparePartsService.Parts        with @(restrict: [{ grant: ['READ', 'refreshStock'], to: 'any' }]);
annotate SparePartsService.PartSupplies with @(restrict: [{ grant: 'READ', to: 'any' }]);
annotate SparePartsService.Availability with @(restrict: [{ grant: 'READ', to: 'any' }]);
annotate SparePartsService.StockPlaces  with @(restrict: [{ grant: 'READ', to: 'any' }, { grant: ['CREATE', 'UPDATE'], to: ['PartsPlanner', 'Admin'] }]);
