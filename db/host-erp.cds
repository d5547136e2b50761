namespace aftersales;

using { sap.common.CodeList, cuid } from '@sap/cds/common';
using { aftersales as types } from './types';
using { aftersales as orders } from './work-orders';

type HostMessageState : String(15) enum { Pending; Sent; Confirmed; NeedsAttention; GivenUp; };

entity HostMessageStates : CodeList {
  key code        : HostMessageState;
      position    : Integer;
      criticality : Integer;
}

/** What can be written to the host: `<document>.<step>`. */
entity HostMessageKinds : CodeList {
  key code : String(30);
}

/**
 * Every write to the host, from the transaction that wants it until the host has confirmed it.
 * Rows are never deleted: they are the proof of what was sent.
 */
entity HostMessages : cuid {
  number          : String(20)   not null;
  kind            : Association to HostMessageKinds not null;
  state           : Association to HostMessageStates not null default 'Pending';
  /** What the capability asks for, in this module's words (srv/host-erp/ports.ts), as JSON. */
  payload         : LargeString;
  /** Reference that the host's document carries: a retry asks for it first. The host's field has 16 characters. */
  idempotencyKey  : String(16)   not null;
  /** Number of the host's document, for a material document with its year: `4900000000/2026`. */
  hostDocument    : String(30);
  attempts        : Integer default 0;
  /** Failures since the message was created or last retried by a person. */
  failures        : Integer default 0;
  /** Not to be sent before: a back-off, or the lease of whoever sends it at the moment. */
  dueAt           : Timestamp;
  /** The host's own code and text, or why it did not answer. */
  lastErrorCode   : String(40);
  lastError       : String(1000);
  actingUser      : types.UserId;
  /** What caused the message: name of the entity and ID of the row. */
  causeEntity     : String(100);
  causeID         : String(36);
  /** Of the request that caused it, so that its later way to the host is found in logs and traces. */
  correlationID   : String(100);
  traceParent     : String(55);
  workOrder       : Association to orders.WorkOrders;
  /** Has to be confirmed first; its document completes the payload. */
  dependsOn       : Association to HostMessages;
  givenUpReason   : types.Text;
  givenUpBy       : types.UserId;
  createdAt       : Timestamp @cds.on.insert: $now;
  sentAt          : Timestamp;
  confirmedAt     : Timestamp;
}
