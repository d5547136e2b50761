using { aftersales as db } from '../../db';
using { aftersales.SparePartsService } from './service';

// Who carries parts, and what pages show and filter by of the order behind a need: flat, since a path through a restricted entity is refused.
extend service SparePartsService with {

  @readonly
  entity Technicians as projection on db.Technicians { ID, number, name, userId, isActive };
}

extend SparePartsService.Reservations with columns {
  workOrder.number      as orderNumber,
  workOrder.status.code as orderStatus_code
};

extend SparePartsService.PartMovements with columns {
  hostMessage.state.name as hostStateName
};

annotate SparePartsService.Technicians with @(restrict: [{ grant: 'READ', to: 'any' }]);
