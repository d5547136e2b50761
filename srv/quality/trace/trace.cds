using { aftersales as db } from '../../../db';
using { aftersales.QualityService } from '../service';

namespace aftersales;

type TraceNode {
  /** Names it within the answer. */
  id          : String(120);
  /** order, notification, capa, batch, serial, equipment, supplier. */
  kind        : String(12);
  /** What the node stands for, where it has a page. */
  ID          : UUID;
  title       : String(120);
  text        : String(255);
  status      : String(80);
  criticality : Integer;
  /** How far from where the trace began. */
  depth       : Integer;
}

type TraceEdge {
  source : String(120);
  target : String(120);
  /** raised, treats, about, contains, contained, delivered, fitted, removed. */
  kind   : String(12);
}

type Trace {
  nodes   : many TraceNode;
  edges   : many TraceEdge;
  /** Pieces of equipment that hold or held the batches, and how many of them are drawn. */
  holders : Integer;
  shown   : Integer;
  isCut   : Boolean;
}

// Who else has it? A way from each thing to every other that it may concern.
extend service QualityService with {

  /** Every piece of equipment in which a part of a batch or with a serial number is or was. */
  @readonly @cds.redirection.target: false
  entity BatchHolders as select from db.FittedParts {
    key ID,
        part.ID                as part_ID,
        part.number            as partNumber,
        part.name              as partName,
        batch,
        serialNumber           as partSerialNumber,
        quantity,
        fittedAt,
        removedAt,
        case when removedAt is null then true else false end as isFitted : Boolean,
        equipment.ID           as equipment_ID,
        equipment.number       as equipmentNumber,
        equipment.serialNumber as serialNumber,
        equipment.name         as equipmentName,
        equipment.model        as model,
        equipment.functionalLocation as functionalLocation,
        equipment.siteName     as siteName,
        equipment.city         as city,
        equipment.country      as country,
        equipment.customer.ID     as customer_ID,
        equipment.customer.number as customerNumber,
        equipment.customer.name   as customerName,
        fittedBy.ID            as fittedBy_ID,
        fittedBy.number        as fittedByNumber,
        removedBy.ID           as removedBy_ID,
        removedBy.number       as removedByNumber,
        (select count(*) as n from db.WorkOrders where WorkOrders.equipment.ID = FittedParts.equipment.ID and WorkOrders.isOpen = true) as openOrders : Integer,
        (select count(*) as n from db.QualityNotifications where QualityNotifications.equipment.ID = FittedParts.equipment.ID and QualityNotifications.status.code != 'NOCO') as openNotifications : Integer
  };

  entity PartBatches as projection on db.PartBatches;

  /**
   * What hangs together with an order, a notification, a case, a piece of equipment (by ID), a supplier (by number), a batch or a serial number of a part.
   * At most `top` pieces of equipment are drawn, those that hold it now first.
   */
  function trace(kind : String(12) not null, ID : UUID, part_ID : UUID, batch : db.Batch, serialNumber : db.SerialNumber, supplier : String(10), top : Integer) returns Trace;
}

extend QualityService.QualityNotifications with columns {
  // Who else has the batch that it is about.
  batchHolders : Association to many QualityService.BatchHolders on batchHolders.part_ID = $self.part.ID and batchHolders.batch = $self.batch
};
