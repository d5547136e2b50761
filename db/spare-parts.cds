namespace aftersales;

using { cuid, managed, Currency, sap.common.CodeList } from '@sap/cds/common';
using { aftersales as types } from './types';
using { aftersales as codes } from './code-lists';
using { aftersales as master } from './master-data';
using { aftersales as orders } from './work-orders';
using { aftersales as dispatch } from './dispatch';
using { aftersales as host } from './host-erp';

type ReservationState : String(12) enum { Needed; Claimed; Reserved; Picked; Issued; Consumed; Returned; Scrapped; Released; };
type StockPlaceKind   : String(10) enum { warehouse; depot; van; };
type Plant            : String(4);
type StorageLocation  : String(4);
type Batch            : String(10);
type SerialNumber     : String(18);

// ---- parts: what the host says of a product, and what this module has to know besides

/** What it takes to put another part in the place of one of this class. */
entity PartClasses : CodeList {
  key code          : String(10);
      /** A substitute is fitted only after somebody else than who asked for it has agreed. */
      needsApproval : Boolean default false;
      /** And that has to be somebody of quality. */
      needsQuality  : Boolean default false;
      position      : Integer;
}

extend entity master.Products with {
  isBatchManaged  : Boolean default false;
  isSerialManaged : Boolean default false;
  /** GTIN-14, GTIN-13, GTIN-12 or GTIN-8, as the host's standard number holds it. */
  gtin            : String(18);
  partClass       : Association to PartClasses;
  stocks          : Association to many PartStocks on stocks.part = $self;
  substitutes     : Association to many Substitutes on substitutes.part = $self;
}

/** How a plant gets a part: read from the host's supply planning and info records. */
entity PartSupplies {
  key part             : Association to master.Products;
  key plant            : Plant;
      supplier         : String(10);
      /** Days from the order until delivery, and from there until it lies in its place. */
      deliveryDays     : Integer;
      goodsReceiptDays : Integer;
      safetyStock      : types.Quantity;
      reorderPoint     : types.Quantity;
      /** What one base unit costs and is worth. */
      price            : types.Rate;
      value            : types.Rate;
      currency         : Currency;
      readAt           : Timestamp;
}

// ---- places and what lies there

entity StockPlaceKinds : CodeList {
  key code     : StockPlaceKind;
      position : Integer;
}

/** A storage location of the host in which spare parts lie. */
entity StockPlaces : managed {
  key plant           : Plant;
  key storageLocation : StorageLocation;
      name            : types.Name;
      kind            : Association to StockPlaceKinds default 'warehouse';
      /** Whose van it is. */
      technician      : Association to dispatch.Technicians;
      latitude        : types.Latitude;
      longitude       : types.Longitude;
      /** Hours from the decision until a part from here is at a site near by. */
      deliveryHours   : Integer default 24;
      isActive        : Boolean default true;
}

/**
 * A part at a place. The first figures are the host's with their age, `claimed` is ours: pieces that lie there and are promised to
 * somebody. A claim is one conditional UPDATE of this row.
 */
entity PartStocks {
  key part            : Association to master.Products;
  key plant           : Plant;
  key storageLocation : StorageLocation;
      unrestricted    : types.Quantity not null default 0;
      blocked         : types.Quantity not null default 0;
      /** Open reservations in the host that are not ours. */
      reserved        : types.Quantity not null default 0;
      claimed         : types.Quantity not null default 0;
      /** What nobody has been promised. It can be negative where the host gave away what we hold. */
      available       : types.Quantity = unrestricted - reserved - claimed;
      unit            : types.UnitOfMeasure;
      /** When the host was asked; never for a place it has not told of. */
      readAt          : Timestamp;
      /** Pieces have moved since: the host is asked again as soon as somebody wants to know. */
      isStale         : Boolean not null default false;
      /** Requested or ordered and not delivered yet, with the day on which the first of it comes. */
      onOrder         : types.Quantity not null default 0;
      onOrderDate     : Date;
      /** Of it, what is bought for orders that wait for it. */
      onOrderPromised : types.Quantity not null default 0;
      orderedReadAt   : Timestamp;
      /** Counts what changed these figures since they were read, so that an older answer of the host can't overwrite it. */
      version         : Integer not null default 0;
      place           : Association to StockPlaces on place.plant = $self.plant and place.storageLocation = $self.storageLocation;
      supply          : Association to PartSupplies on supply.part = $self.part and supply.plant = $self.plant;
}

// ---- needs, claims and what became of the pieces

entity ReservationStates : CodeList {
  key code        : ReservationState;
      position    : Integer;
      criticality : codes.Criticality;
}

/** Why a part is needed: usual for the fault, from the bill of material, from the procedure, by hand. */
entity NeedOrigins : CodeList {
  key code : String(10);
}

/** Where the part has to be when it is needed. */
entity DeliveryTargets : CodeList {
  key code : String(10);
}

entity AlertRules : CodeList {
  key code     : String(20);
      position : Integer;
      level    : codes.Criticality;
}

/**
 * A part that an order needs, and the pieces that are held, out and settled for it. Each piece is in one of: open, claimed, in hand, consumed,
 * returned, scrapped, released; `PartMovements` tells how it got there.
 */
entity Reservations : cuid, managed {
  /** The order's, and which of its needs it is: WO-000123-2. */
  number            : String(16);
  workOrder         : Association to orders.WorkOrders not null;
  part              : Association to master.Products not null;
  quantity          : types.Quantity not null;
  unit              : types.UnitOfMeasure;
  neededAt          : Timestamp;
  origin            : Association to NeedOrigins default 'manual';
  target            : Association to DeliveryTargets default 'site';
  /** Who brings it. */
  carrier           : Association to dispatch.Technicians;
  state             : Association to ReservationStates not null default 'Needed';
  /** From where. */
  plant             : Plant;
  storageLocation   : StorageLocation;
  place             : Association to StockPlaces on place.plant = $self.plant and place.storageLocation = $self.storageLocation;
  claimedQuantity   : types.Quantity not null default 0;
  /** Of the claimed ones, those that lie ready. */
  pickedQuantity    : types.Quantity not null default 0;
  issuedQuantity    : types.Quantity not null default 0;
  /** Of the issued ones, those whose document the host does not have yet: they still lie in its books. */
  issuingQuantity   : types.Quantity not null default 0;
  consumedQuantity  : types.Quantity not null default 0;
  returnedQuantity  : types.Quantity not null default 0;
  scrappedQuantity  : types.Quantity not null default 0;
  /** Needed once and no longer. */
  releasedQuantity  : types.Quantity not null default 0;
  openQuantity      : types.Quantity = quantity - claimedQuantity - issuedQuantity - releasedQuantity;
  inHandQuantity    : types.Quantity = issuedQuantity - consumedQuantity - returnedQuantity - scrappedQuantity;
  claimedAt         : Timestamp;
  /** The claim falls back to everybody then, unless something is picked or issued. */
  expiresAt         : Timestamp;
  /** When the part can be at its target: from stock, by transfer or by the supplier's date. */
  expectedAt        : Timestamp;
  alertLevel        : codes.Criticality default 0;
  alertRule         : Association to AlertRules;
  /** On its way to the place from which it will be issued. */
  transfer          : Association to StockTransfers;
  /** The host's reservation, and the message that asked for it. */
  hostReservation   : String(10);
  hostMessage       : Association to host.HostMessages;
  /** What the host said when it refused. */
  refusal           : String(1000);
  /** The part that was asked for first, where a substitute took its place. */
  insteadOf         : Association to master.Products;
  /** The need whose rest this is: a row holds the pieces of one place. */
  splitFrom         : Association to Reservations;
  /** Chosen by who asks: the same request sent twice is one need. */
  requestKey        : String(60);
  movementCount     : Integer not null default 0;
  movements         : Association to many PartMovements on movements.reservation = $self;
}

entity MovementKinds : CodeList {
  key code : String(15);
}

/** The append-only ledger: which pieces went where, who did it, and which document in the host tells of it. */
entity PartMovements : cuid {
  reservation       : Association to Reservations;
  /** 1, 2, 3 … within the reservation. */
  sequence          : Integer;
  kind              : Association to MovementKinds not null;
  part              : Association to master.Products not null;
  quantity          : types.Quantity;
  plant             : Plant;
  storageLocation   : StorageLocation;
  toPlant           : Plant;
  toStorageLocation : StorageLocation;
  batch             : Batch;
  serialNumber      : SerialNumber;
  hostMessage       : Association to host.HostMessages;
  /** The transfer that it belongs to, where there is no reservation or besides it. */
  transfer          : Association to StockTransfers;
  at                : Timestamp;
  /** Nobody for what the service does by itself. */
  userId            : types.UserId;
  text              : types.Text;
  requestKey        : String(60);
}

/** What is built into a piece of equipment: fitted with one order, removed with another. */
entity FittedParts : cuid, managed {
  equipment    : Association to master.Equipment not null;
  part         : Association to master.Products not null;
  serialNumber : SerialNumber;
  batch        : Batch;
  quantity     : types.Quantity;
  fittedAt     : Timestamp;
  fittedBy     : Association to orders.WorkOrders;
  removedAt    : Timestamp;
  removedBy    : Association to orders.WorkOrders;
  /** The part that it replaced. */
  replaces     : Association to FittedParts;
}

// ---- when the part is not there

entity SubstituteKinds : CodeList {
  key code : String(12);
}

/** Which part can take the place of which: the host's successors and BOM alternatives, and what people know. */
entity Substitutes : cuid, managed {
  part       : Association to master.Products not null;
  substitute : Association to master.Products not null;
  kind       : Association to SubstituteKinds default 'manual';
  /** The lower one is taken first. */
  priority   : Integer default 10;
  /** Of which bill of material; all models without one. */
  model      : String(20);
  validFrom  : Date;
  validTo    : Date;
  comment    : types.ShortText;
}

entity SubstitutionStates : CodeList {
  key code        : String(10);
      criticality : codes.Criticality;
}

/** Asked by one, decided by another. The substitute is held meanwhile. */
entity SubstitutionRequests : cuid, managed {
  reservation : Association to Reservations not null;
  part        : Association to master.Products not null;
  substitute  : Association to master.Products not null;
  quantity    : types.Quantity not null;
  plant       : Plant;
  storageLocation : StorageLocation;
  state       : Association to SubstitutionStates not null default 'Requested';
  reason      : types.Text;
  requestedBy : types.UserId;
  requestedAt : Timestamp;
  decidedBy   : types.UserId;
  decidedAt   : Timestamp;
  decision    : types.Text;
}

entity TransferStates : CodeList {
  key code        : String(10);
      criticality : codes.Criticality;
}

/** From one place to another (movement type 311): for an order, to fill a van, or back from it. */
entity StockTransfers : cuid, managed {
  number            : String(12);
  part              : Association to master.Products not null;
  quantity          : types.Quantity not null;
  unit              : types.UnitOfMeasure;
  plant             : Plant not null;
  storageLocation   : StorageLocation not null;
  toPlant           : Plant not null;
  toStorageLocation : StorageLocation not null;
  batch             : Batch;
  reservation       : Association to Reservations;
  workOrder         : Association to orders.WorkOrders;
  state             : Association to TransferStates not null default 'Requested';
  expectedAt        : Timestamp;
  hostDocument      : String(30);
  hostMessage       : Association to host.HostMessages;
  refusal           : String(1000);
  source            : Association to StockPlaces on source.plant = $self.plant and source.storageLocation = $self.storageLocation;
  destination       : Association to StockPlaces on destination.plant = $self.toPlant and destination.storageLocation = $self.toStorageLocation;
}

entity RequisitionStates : CodeList {
  key code        : String(10);
      criticality : codes.Criticality;
}

/** What is to be bought, for a reservation or for stock. */
entity Requisitions : cuid, managed {
  number          : String(12);
  reservation     : Association to Reservations;
  part            : Association to master.Products not null;
  quantity        : types.Quantity not null;
  unit            : types.UnitOfMeasure;
  plant           : Plant not null;
  storageLocation : StorageLocation not null;
  neededOn        : Date;
  /** The supplier's date where one is known, else the lead time from today. */
  expectedOn      : Date;
  supplier        : String(10);
  price           : types.Rate;
  currency        : Currency;
  state           : Association to RequisitionStates not null default 'Requested';
  hostRequisition : String(10);
  purchaseOrder   : String(10);
  hostMessage     : Association to host.HostMessages;
  refusal         : String(1000);
}

entity WarrantyReturnStates : CodeList {
  key code        : String(10);
      criticality : codes.Criticality;
}

/** A defective part that goes back to its supplier (movement type 122), and what is asked for it. */
entity WarrantyReturns : cuid, managed {
  number        : String(12);
  reservation   : Association to Reservations;
  workOrder     : Association to orders.WorkOrders;
  part          : Association to master.Products not null;
  quantity      : types.Quantity not null;
  unit          : types.UnitOfMeasure;
  serialNumber  : SerialNumber;
  batch         : Batch;
  plant         : Plant;
  storageLocation : StorageLocation;
  supplier      : String(10);
  claimValue    : types.Amount;
  creditedValue : types.Amount;
  currency      : Currency;
  state         : Association to WarrantyReturnStates not null default 'Open';
  reason        : types.Text;
  hostDocument  : String(30);
  hostMessage   : Association to host.HostMessages;
  refusal       : String(1000);
}

/** A part of which a plant has too little, by the rule that fired first. */
entity PartAlerts {
  key part        : Association to master.Products;
  key plant       : Plant;
      rule        : Association to AlertRules not null;
      level       : codes.Criticality;
      available   : types.Quantity;
      /** What orders of the plant need of it and nobody holds. */
      open        : types.Quantity;
      onOrder     : types.Quantity;
      onOrderDate : Date;
      safetyStock : types.Quantity;
      since       : Timestamp;
}
