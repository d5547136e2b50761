using { aftersales as db } from '../../db';
using { aftersales.ServiceLevelService } from './service';

// How likely fixes will be late, kept up to date in the background.
extend service ServiceLevelService with {

  @readonly
  entity BreachForecasts as projection on db.BreachForecasts {
    *,
    /** Red from 70 percent, yellow from 30. */
    case when risk >= 70 then 1 when risk >= 30 then 2 when risk >= 0 then 3 else 0 end as riskCriticality : Integer
  } excluding { refreshAt, toldExpectedAt, toldLeadFor };
}

extend ServiceLevelService.WorkOrders with columns {
  forecast : Association to ServiceLevelService.BreachForecasts on forecast.workOrder.ID = ID
};

annotate ServiceLevelService.BreachForecasts with @(restrict: [
  { grant: 'READ', to: [
    'ServiceAgent', 'Dispatcher', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor', 'Admin'
  ] },
  { grant: 'READ', to: 'Technician', where: (workOrder.technician.userId = $user) }
]);
