namespace aftersales;

using { cuid, managed, sap.common.CodeList } from '@sap/cds/common';
using { aftersales as types } from './types';
using { aftersales as codes } from './code-lists';
using { aftersales as master } from './master-data';
using { aftersales as dispatch } from './dispatch';
using { aftersales as parts } from './spare-parts';

// ---- which parts a repair will need

/** Parts that a fault of a model usually takes, learnt from closed orders or set by hand. */
entity UsualParts : cuid, managed {
  model           : String(20) not null;
  faultCategory   : Association to codes.FaultCategories not null;
  part            : Association to master.Products not null;
  /** Closed repairs of this fault and model, those of them that used the part, and the pieces they used. */
  repairs         : Integer default 0;
  repairsWithPart : Integer default 0;
  pieces          : types.Quantity default 0;
  /** What is proposed for one repair. */
  quantity        : types.Quantity not null default 1;
  /** Set by a person: learning leaves the quantity alone. */
  isManual        : Boolean default false;
}

/** The spare parts of a model's bill of material, as the host told them. */
entity ModelParts : cuid {
  product          : Association to master.Products not null;
  part             : Association to master.Products not null;
  plant            : parts.Plant;
  position         : String(4);
  quantity         : types.Quantity;
  unit             : types.UnitOfMeasure;
  isSparePart      : Boolean default false;
  alternativeGroup : String(2);
  priority         : Integer;
  /** How often it was used in closed repairs of the model. */
  uses             : Integer default 0;
  readAt           : Timestamp;
}

// ---- vans

/** What a technician should have in the van. */
entity VanStocks : cuid, managed {
  technician      : Association to dispatch.Technicians not null;
  part            : Association to master.Products not null;
  minimum         : types.Quantity not null default 0;
  maximum         : types.Quantity not null default 0;
  unit            : types.UnitOfMeasure;
  lastCountedAt   : Timestamp;
  lastCountedBy   : types.UserId;
}

entity CountReasons : CodeList {
  key code : String(15);
}

/** A count that found more or less than the books say. */
entity VanCounts : cuid {
  vanStock        : Association to VanStocks not null;
  expected        : types.Quantity not null;
  counted         : types.Quantity not null;
  difference      : types.Quantity = counted - expected;
  reason          : Association to CountReasons;
  comment         : types.ShortText;
  countedAt       : Timestamp;
  countedBy       : types.UserId;
  hostDocument    : String(30);
  hostMessage_ID  : UUID;
  refusal         : String(1000);
}

entity ProposalStates : CodeList {
  key code        : String(10);
      criticality : codes.Criticality;
}

/** What to put into a van before its next days. */
entity ReplenishmentProposals : cuid, managed {
  vanStock        : Association to VanStocks not null;
  quantity        : types.Quantity not null;
  /** From where it would come. */
  plant           : parts.Plant;
  storageLocation : parts.StorageLocation;
  onVan           : types.Quantity;
  plannedNeed     : types.Quantity;
  expectedUse     : types.Quantity;
  state           : Association to ProposalStates not null default 'Proposed';
  transfer        : Association to parts.StockTransfers;
}

// ---- demand

entity ForecastMethods : CodeList {
  key code     : String(15);
      position : Integer;
}

/** What a part's own history says about its future at a place, and when to order how much. */
entity PartForecasts : cuid {
  part            : Association to master.Products not null;
  plant           : parts.Plant not null;
  storageLocation : parts.StorageLocation not null;
  method          : Association to ForecastMethods;
  /** Mean absolute scaled error of the chosen method in the back-test, and that of the naive one. */
  scaledError     : Decimal(9, 4);
  naiveError      : Decimal(9, 4);
  monthlyDemand   : Decimal(13, 3);
  months          : Integer;
  leadTimeDays    : Integer;
  serviceLevel    : Decimal(5, 2);
  safetyStock     : types.Quantity;
  reorderPoint    : types.Quantity;
  orderQuantity   : types.Quantity;
  /** What should be ordered now; 0 for nothing. */
  proposedQuantity : types.Quantity default 0;
  calculatedAt    : Timestamp;
  points          : Composition of many PartForecastPoints on points.forecast = $self;
}

/** A month: what was used, and what the method expected. */
entity PartForecastPoints : cuid {
  forecast : Association to PartForecasts not null;
  month    : Date not null;
  demand   : types.Quantity;
  expected : Decimal(13, 3);
  isFuture : Boolean default false;
}
