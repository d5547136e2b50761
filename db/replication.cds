namespace aftersales;

using { cuid, sap.common.CodeList } from '@sap/cds/common';
using { aftersales as types } from './types';

type ReplicationObject : String(10) enum { customers; products; equipment; };
type ReplicationMode   : String(10) enum { full; delta; event; };
type ReplicationState  : String(10) enum { Running; Finished; Failed; Cancelled; };

entity ReplicationObjects : CodeList {
  key code     : ReplicationObject;
      /** Order of a first load: equipment refers to customers and products. */
      position : Integer;
}

entity ReplicationModes : CodeList {
  key code : ReplicationMode;
}

entity ReplicationStates : CodeList {
  key code        : ReplicationState;
      criticality : Integer;
}

/** Why a record was not taken over as the host has it, or a run did not get through. */
entity ReplicationFindings : CodeList {
  key code        : String(40);
      criticality : Integer;
}

/** One load of master data from the host: all of it, what changed, or what events told on one day. */
entity ReplicationRuns : cuid {
  object       : Association to ReplicationObjects not null;
  mode         : Association to ReplicationModes not null;
  state        : Association to ReplicationStates not null default 'Running';
  /** The object while the run works on it, object and day for events: unique, so that there is one at a time. */
  claim        : String(30);
  /** Who works on it. A run whose holder died is taken over by another. */
  holder       : UUID;
  changedSince : Timestamp;
  /** By the host's clock: whatever changed before is in the replica once the run has finished. */
  changesUntil : Timestamp;
  /** The last key of the host that was worked on; the run continues behind it. */
  position     : String(40);
  expected     : Integer;
  read         : Integer default 0;
  written      : Integer default 0;
  unchanged    : Integer default 0;
  deactivated  : Integer default 0;
  rejected     : Integer default 0;
  /** Records that were written, but not in all their fields. */
  warnings     : Integer default 0;
  startedAt    : Timestamp;
  startedBy    : types.UserId;
  touchedAt    : Timestamp;
  finishedAt   : Timestamp;
  errorCode    : String(40);
  /** The host's own words; without them the code is one of `ReplicationFindings`. */
  hostError    : String(1000);
  finding      : Association to ReplicationFindings on finding.code = errorCode;
  error        : String(1000) = coalesce(hostError, finding.name);
  /** Percent. */
  progress     : Integer = case
    when state.code = 'Finished' then 100
    when expected is null or expected = 0 then 0
    when read >= expected then 99
    else cast(floor(read * 100 / expected) as Integer)
  end;
  rejects      : Composition of many ReplicationRejects on rejects.run = $self;
}

/** A record of the host that was not written, or not in all its fields. Never its content. */
entity ReplicationRejects : cuid {
  run     : Association to ReplicationRuns not null;
  number  : String(40) not null;
  code    : String(40) not null;
  finding : Association to ReplicationFindings on finding.code = code;
  /** Element of the replica. */
  field   : String(40);
  /** The code or number that is unknown here. */
  unknown : String(40);
  at      : Timestamp;
}

/** What a full load has met in the host so far: replicas that are missing here at its end are gone there. */
entity ReplicationSightings {
  key run    : Association to ReplicationRuns;
  key number : String(40);
}

/** Records that the host has announced as changed, until they have been read. */
entity AnnouncedChanges {
  key object      : Association to ReplicationObjects;
  key number      : String(40);
      announcedAt : Timestamp;
}
