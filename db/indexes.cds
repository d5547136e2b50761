namespace aftersales;

using { aftersales as db } from './work-orders';
using { aftersales as host } from './host-erp';
using { aftersales as replication } from './replication';

/**
 * Secondary indexes. CDS has no portable syntax for them; `cds-plugin.js` turns this
 * annotation into CREATE INDEX statements (SQLite, PostgreSQL) and .hdbindex files (HANA).
 */
annotate db.WorkOrders with @assert.unique: { intake: [intakeKey], number: [number] } @aftersales.indexes: [
  // With all that the views "mine" and "overdue" and the technicians' row rule look at.
  ['isOpen', 'promisedAt', 'technician_ID', 'createdBy'],
  ['promisedAt'],
  ['status_code', 'promisedAt'],
  ['technician_ID', 'isOpen', 'promisedAt'],
  ['equipment_ID', 'receivedAt'],
  ['customer_ID'],
  ['priority_code', 'promisedAt'],
  ['receivedAt']
];
annotate db.CostItems with @aftersales.indexes: [['workOrder_ID']];
annotate db.Notes     with @aftersales.indexes: [['workOrder_ID', 'createdAt']];
annotate db.Events    with @assert.unique: { step: [workOrder, sequence] };
annotate db.Customers with @assert.unique: { number: [number] };
annotate db.Products  with @assert.unique: { number: [number] };
annotate db.Equipment with @assert.unique: { number: [number] } @aftersales.indexes: [['serialNumber'], ['customer_ID'], ['parent_ID'], ['parentNumber']];
annotate db.Technicians with @aftersales.indexes: [['userId']];
annotate db.WorkOrders.attachments with @aftersales.indexes: [['up__ID']];
annotate host.HostMessages with @assert.unique: { key: [idempotencyKey], number: [number] } @aftersales.indexes: [
  ['state_code', 'dueAt'],
  ['workOrder_ID', 'number'],
  ['dependsOn_ID'],
  ['confirmedAt']
];
annotate replication.ReplicationRuns    with @assert.unique: { claim: [claim] } @aftersales.indexes: [['object_code', 'startedAt']];
annotate replication.ReplicationRejects with @aftersales.indexes: [['run_ID', 'number']];
