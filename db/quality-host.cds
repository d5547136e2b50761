namespace aftersales;

using { cuid, sap.common.CodeList } from '@sap/cds/common';
using { aftersales as codes } from './code-lists';
using { aftersales as quality } from './quality';

/** Status of the host's document: that of a notification, deletion flag, or merely created (a defect has none). */
type HostQualityState : String(4) enum { OSNO; NOPO; NOPR; NOCO; DLFL; CRTD; };

entity HostQualityStates : CodeList {
  key code        : HostQualityState;
      position    : Integer;
      criticality : codes.Criticality;
}

/** What somebody did to the document in the host. */
entity HostRemarkKinds : CodeList {
  key code     : String(20);
      position : Integer;
}

/** What the host said last about a notification's document, to tell what is new the next time. */
entity HostQualityObjects {
  key notification : Association to quality.QualityNotifications;
      /** Quality notification or defect: which API has it. */
      kind         : String(12) not null;
      /** As the host shows it. */
      document     : String(30);
      changedAt    : Timestamp;
      /** Fields and items of the host, as JSON. */
      snapshot     : LargeString;
      /** How often it was read; of two readers at once one takes it in. */
      revision     : Integer default 0;
      readAt       : Timestamp;
      /** A business event told of a change that is still to be read. */
      isAnnounced  : Boolean default false;
      /** The host judged what it got and does not have it: sent again, it is sent anew. */
      isRefused    : Boolean default false;
}

/** How far the host's changes have been read. */
entity HostQualityReadings {
  key kind      : String(12);
      changedAt : Timestamp;
}

/** What came back from the host: told here, never worked into a record that somebody signed. */
entity HostRemarks : cuid {
  notification : Association to quality.QualityNotifications not null;
  kind         : Association to HostRemarkKinds not null;
  /** Number of the host's item. */
  item         : String(8);
  before       : String(255);
  after        : String(255);
  changedAt    : Timestamp;
  readAt       : Timestamp;
}

extend quality.QualityNotifications with {
  hostState   : Association to HostQualityStates on hostState.code = hostStatus;
  hostRemarks : Association to many HostRemarks on hostRemarks.notification = $self;
};
