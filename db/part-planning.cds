namespace aftersales;

using { cuid, managed, sap.common.CodeList } from '@sap/cds/common';
using { aftersales as types } from './types';
using { aftersales as codes } from './code-lists';
using { aftersales as master } from './master-data';
using { aftersales as dispatch } from './dispatch';
using { aftersales as host } from './host-erp';
using { aftersales as parts } from './spare-parts';

// ---- which parts a repair will need

/** Parts that a fault of a model usually takes, learnt from repairs that are done or set by hand. */
entity UsualParts : cuid, managed {
  model           : String(20) not null;
  faultCategory   : Association to codes.FaultCategories not null;
  part            : Association to master.Products not null;
  /** Repairs of this fault and model that are done, those of them that used the part, and the pieces they used. */
  repairs         : Integer default 0;
  repairsWithPart : Integer default 0;
  pieces          : types.Quantity default 0;
  /** Repairs with the part, in percent. */
  share           : Integer default 0;
  /** What is proposed for one repair. */
  quantity        : types.Quantity not null default 1;
  /** Set by a person: learning leaves the quantity alone, and the row in its place. */
  isManual        : Boolean default false;
}

/** Faults of models whose usual parts are to be learnt anew; deleted once they are. */
entity UsualPartChanges {
  key model         : String(20);
  key faultCategory : String(20);
      changedAt     : Timestamp;
}

/** The bill of material of a model, as the host told it. */
entity ModelParts : cuid {
  product          : Association to master.Products not null;
  part             : Association to master.Products not null;
  plant            : parts.Plant not null;
  position         : String(4);
  quantity         : types.Quantity;
  unit             : types.UnitOfMeasure;
  isSparePart      : Boolean default false;
  alternativeGroup : String(2);
  priority         : Integer;
}

/** When the host was asked for a model's bill of material. */
entity ModelPartReadings {
  key product : Association to master.Products;
  key plant   : parts.Plant;
      readAt  : Timestamp;
}

// ---- vans

/** What a technician should have in the van. */
entity VanStocks : cuid, managed {
  technician      : Association to dispatch.Technicians not null;
  part            : Association to master.Products not null;
  /** The van's place in the host, as the technician's record has it. */
  plant           : parts.Plant;
  storageLocation : parts.StorageLocation;
  minimum         : types.Quantity not null default 0;
  maximum         : types.Quantity not null default 0;
  unit            : types.UnitOfMeasure;
  lastCountedAt   : Timestamp;
  lastCountedBy   : types.UserId;
  /** The night for which its replenishment was last proposed. */
  proposedOn      : Date;
  stock           : Association to parts.PartStocks on stock.part = part and stock.plant = $self.plant and stock.storageLocation = $self.storageLocation;
  counts          : Association to many VanCounts on counts.vanStock = $self;
  proposals       : Association to many ReplenishmentProposals on proposals.vanStock = $self;
}

entity CountReasons : CodeList {
  key code : String(15);
}

entity CountStates : CodeList {
  key code        : String(10);
      criticality : codes.Criticality;
}

/** A count of what lies in a van, and what it found more or less than the books say. */
entity VanCounts : cuid {
  vanStock        : Association to VanStocks not null;
  expected        : types.Quantity not null;
  counted         : types.Quantity not null;
  difference      : types.Quantity = counted - expected;
  reason          : Association to CountReasons;
  comment         : types.ShortText;
  state           : Association to CountStates not null default 'Booking';
  countedAt       : Timestamp;
  countedBy       : types.UserId;
  hostMessage     : Association to host.HostMessages;
  hostDocument    : String(30);
  /** What the host said when it refused to book the difference. */
  refusal         : String(1000);
}

entity ProposalStates : CodeList {
  key code        : String(10);
      criticality : codes.Criticality;
}

/** What to put into a van before its next days. */
entity ReplenishmentProposals : cuid, managed {
  vanStock        : Association to VanStocks not null;
  /** The night that proposed it. */
  proposedOn      : Date not null;
  quantity        : types.Quantity not null;
  unit            : types.UnitOfMeasure;
  /** From where it would come; nowhere when no depot has it. */
  plant           : parts.Plant;
  storageLocation : parts.StorageLocation;
  source          : Association to parts.StockPlaces on source.plant = $self.plant and source.storageLocation = $self.storageLocation;
  /** Not promised to anybody, and on the way to the van. */
  onVan           : types.Quantity;
  incoming        : types.Quantity;
  /** What the visits of the next days will take, by needs and usual parts, and what the van's own history says. */
  plannedNeed     : types.Quantity;
  expectedUse     : types.Quantity;
  state           : Association to ProposalStates not null default 'Proposed';
  transfer        : Association to parts.StockTransfers;
}

// ---- demand

/** Pieces used in a month before this module kept its ledger: history that was brought along. */
entity PartDemands : managed {
  key part            : Association to master.Products;
  key plant           : parts.Plant;
  key storageLocation : parts.StorageLocation;
      /** Its first day. */
  key month           : Date;
      quantity        : types.Quantity not null;
}

entity ForecastMethods : CodeList {
  key code     : String(15);
      position : Integer;
}

entity DemandPatterns : CodeList {
  key code     : String(15);
      position : Integer;
}

/** A fact that a proposal rests on, with what fills its sentence. */
type ForecastFact {
  code : String(40);
  args : many String(40);
}

/** What a part's own history says about its future at a place, and when to order how much. */
entity PartForecasts : cuid {
  part             : Association to master.Products not null;
  plant            : parts.Plant not null;
  storageLocation  : parts.StorageLocation not null;
  place            : Association to parts.StockPlaces on place.plant = $self.plant and place.storageLocation = $self.storageLocation;
  unit             : types.UnitOfMeasure;
  pattern          : Association to DemandPatterns;
  method           : Association to ForecastMethods;
  /** Mean absolute scaled error of the chosen method in the back-test, and that of the naive one; empty where there is none. */
  scaledError      : Decimal(9, 4);
  naiveError       : Decimal(9, 4);
  monthlyDemand    : Decimal(13, 3);
  /** Of history, and between two demands. */
  months           : Integer;
  interval         : Decimal(9, 2);
  leadTimeDays     : Integer;
  serviceLevel     : Decimal(5, 2);
  safetyStock      : types.Quantity;
  reorderPoint     : types.Quantity;
  orderQuantity    : types.Quantity;
  /** Not promised to anybody, and on the way. */
  available        : types.Quantity;
  onOrder          : types.Quantity;
  /** What should be ordered now; 0 for nothing. */
  proposedQuantity : types.Quantity default 0;
  /** What it rests on, in the order of thought. */
  facts            : many ForecastFact;
  calculatedAt     : Timestamp;
  /** Of the history and what was said of it: points are written again only when it has changed. */
  historyKey       : String(64);
  /** When it is calculated anew; in the past until it is. */
  dueAt            : Timestamp;
  points           : Composition of many PartForecastPoints on points.forecast = $self;
}

/** A month: what was used, and what the method expected one month before; of months to come only that. */
entity PartForecastPoints {
  key forecast : Association to PartForecasts;
  key month    : Date;
      demand   : types.Quantity;
      expected : Decimal(13, 3);
      isFuture : Boolean default false;
}

annotate UsualParts    with @assert.unique: { part: [model, faultCategory, part] } @aftersales.indexes: [['model', 'part_ID']];
annotate ModelParts    with @assert.unique: { position: [product, plant, position, part] };
annotate VanStocks     with @assert.unique: { part: [technician, part] } @aftersales.indexes: [['proposedOn'], ['plant', 'storageLocation']];
annotate VanCounts     with @aftersales.indexes: [['vanStock_ID', 'countedAt']];
annotate ReplenishmentProposals with @aftersales.indexes: [['vanStock_ID', 'state_code'], ['state_code', 'proposedOn']];
annotate PartForecasts with @assert.unique: { place: [part, plant, storageLocation] } @aftersales.indexes: [['dueAt'], ['proposedQuantity']];
annotate master.Products with @aftersales.indexes: [['gtin']];
