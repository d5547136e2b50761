using { aftersales as db } from '../../../db';
using { cuid, managed } from '@sap/cds/common';

/**
 * What the framework itself costs: generic CRUD on the same tables, signed in the same way, without drafts, computed elements,
 * masking or handlers of ours. Loaded by the benchmark only.
 */
@path: '/odata/v4/plain'
@requires: 'authenticated-user'
service bench.PlainService {
  @readonly entity Orders     as projection on db.WorkOrders excluding { attachments };
  /** The rule of a technician's orders as CAP itself applies it. */
  @readonly @cds.redirection.target: false
  @restrict: [{ grant: 'READ', to: 'Technician', where: (technician.userId = $user) }]
  entity OwnOrders            as projection on db.WorkOrders excluding { attachments };
  @readonly entity Notes      as projection on db.Notes;
  @readonly entity CostItems  as projection on db.CostItems;
  @readonly entity Events     as projection on db.Events;
  @readonly entity Finances   as projection on db.OrderFinances;
  @readonly entity Equipment  as projection on db.Equipment;
  @readonly entity Technicians as select from db.Technicians { ID, number, name, userId };
  entity Rows                 as projection on bench.Rows;
}

/** A table as wide as what people write. */
entity bench.Rows : cuid, managed {
  number   : String(20);
  text     : String(255);
  long     : LargeString;
  amount   : Decimal(15, 2);
  quantity : Decimal(13, 3);
  day      : Date;
  at       : Timestamp;
  code1    : String(20);
  code2    : String(20);
  code3    : String(20);
  flag     : Boolean;
  count    : Integer;
}
