using { aftersales as db } from '../../db';
using { aftersales.SparePartsService } from './service';

namespace aftersales;

/** Something about a code that people should know; the first ones matter most. */
type ScanNotice {
  code        : String(40);
  text        : String(300);
  criticality : db.Criticality;
}

/** What a scanned or typed code says. */
type ScannedCode {
  /** Whether it was read: a code can be read and the part unknown. */
  isRead       : Boolean;
  part_ID      : UUID;
  number       : String(40);
  name         : String(80);
  unit         : db.UnitOfMeasure;
  isBatchManaged  : Boolean;
  isSerialManaged : Boolean;
  gtin         : String(14);
  batch        : String(20);
  serialNumber : String(30);
  expiresOn    : Date;
  bestBefore   : Date;
  producedOn   : Date;
  quantity     : db.Quantity;
  notices      : many ScanNotice;
}

// Bar codes of parts, scanned or typed.
extend service SparePartsService with {

  /** Reads a GS1 code, a trade item number or the number of a part, and finds the part. */
  function scan(code : String(1000) not null) returns ScannedCode;
}

annotate SparePartsService.scan with @(requires: ['ServiceAgent', 'Dispatcher', 'Technician', 'PartsPlanner', 'Admin']);
