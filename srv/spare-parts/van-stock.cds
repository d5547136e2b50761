using { aftersales as db } from '../../db';
using { aftersales.SparePartsService } from './service';

// What technicians carry along.
extend service SparePartsService with {

  @odata.draft.enabled
  entity VanStocks as projection on db.VanStocks {
    *,
    technician.name as technicianName : db.Name,
    part.number as partNumber : String(40),
    /** What lies in the van and is promised to nobody. */
    stock.available as onHand : db.Quantity,
    /** Red below the minimum, yellow at it. */
    case when stock.available < minimum then 1 when stock.available = minimum then 2 when stock.available > minimum then 3 else 0 end as fillCriticality : Integer
  } excluding { proposedOn } actions {
    /** What lies in the van: a difference to the books needs a reason, and the host books it. */
    action recordCount(
      quantity      : db.Quantity not null,
      reason_code   : String(15),
      comment       : db.ShortText,
      batch         : db.Batch,
      serialNumbers : many String(18)
    ) returns VanStocks;
  };

  @readonly
  entity VanCounts as projection on db.VanCounts;

  @readonly
  entity ReplenishmentProposals as projection on db.ReplenishmentProposals {
    *, vanStock.technician as technician, vanStock.part as part
  } actions {
    /** Has it brought: a transfer (311) from the proposed place or another one. */
    action accept(quantity : db.Quantity, plant : db.Plant, storageLocation : db.StorageLocation) returns ReplenishmentProposals;
    action dismiss()                                                                              returns ReplenishmentProposals;
  };
}

annotate SparePartsService.VanStocks with {
  technician      @mandatory  @assert.target;
  part            @mandatory  @assert.target;
  minimum         @assert: (case when minimum < 0 then 'QUANTITY_NEGATIVE' end);
  maximum         @assert: (case when maximum < minimum then 'VAN_MAXIMUM_BELOW_MINIMUM' end);
  plant           @readonly;
  storageLocation @readonly;
  unit            @readonly;
  lastCountedAt   @readonly;
  lastCountedBy   @readonly;
  technicianName  @readonly;
  partNumber      @readonly;
  onHand          @readonly;
  fillCriticality @readonly;
};

annotate SparePartsService.VanStocks with @(restrict: [
  { grant: 'READ', to: ['Dispatcher', 'Auditor'] },
  { grant: ['READ', 'recordCount'], to: 'Technician', where: (technician.userId = $user) },
  { grant: '*', to: ['PartsPlanner', 'Admin'] }
]);
annotate SparePartsService.VanCounts with @(restrict: [
  { grant: 'READ', to: ['Dispatcher', 'PartsPlanner', 'Auditor', 'Admin'] },
  { grant: 'READ', to: 'Technician', where: (vanStock.technician.userId = $user) }
]);
annotate SparePartsService.ReplenishmentProposals with @(restrict: [
  { grant: 'READ', to: ['Dispatcher', 'Auditor'] },
  { grant: 'READ', to: 'Technician', where: (vanStock.technician.userId = $user) },
  { grant: '*', to: ['PartsPlanner', 'Admin'] }
]);
