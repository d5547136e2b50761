using { aftersales as db } from '../../../db';
using { aftersales.SparePartsService } from '../service';

extend service SparePartsService with {

  /** A place from which a part could come. */
  type PlaceOffer {
    plant           : db.Plant;
    storageLocation : db.StorageLocation;
    placeName       : String(80);
    kind_code       : db.StockPlaceKind;
    technicianName  : String(80);
    available       : db.Quantity;
    inTransit       : db.Quantity;
    onOrder         : db.Quantity;
    onOrderDate     : Date;
    expectedAt      : Timestamp;
    source_code     : String(10);
    kilometres      : Integer;
    readAt          : Timestamp;
  }

  /** A part that would do, with its places, the earliest first. */
  type PartOffer {
    part_ID       : UUID;
    number        : String(40);
    name          : String(80);
    kind_code     : String(12);
    priority      : Integer;
    needsApproval : Boolean;
    expectedAt    : Timestamp;
    places        : many PlaceOffer;
  }

  type OrderAvailability {
    /** The earliest date of all, with this part or another. */
    earliestAt  : Timestamp;
    part        : PartOffer;
    successor   : PartOffer;
    substitutes : many PartOffer;
  }

  /** Where a part for an order could come from and when, which others would do, and the earliest of all. */
  function availabilityFor(workOrder_ID : UUID not null, part_ID : UUID not null, quantity : db.Quantity) returns OrderAvailability;
}

extend SparePartsService.Parts with actions {
  /** Has the host asked now, whatever the age of the figures. */
  action refreshStock() returns many SparePartsService.Availability;
};

extend SparePartsService.Availability with columns {
  place.isActive          as isActive,
  place.deliveryHours     as deliveryHours,
  place.technician.name   as technicianName,
  supply.deliveryDays     as deliveryDays,
  supply.goodsReceiptDays as goodsReceiptDays,
  supply.supplier         as supplier,
  supply.price            as price,
  supply.value            as value,
  supply.currency         as currency,
  /** On its way to this place, without what is meant for an order. */
  virtual null as inTransit  : db.Quantity,
  /** When one piece from here can be at a site near by. */
  virtual null as expectedAt : Timestamp,
  /** Of the figures of stock, in seconds. */
  virtual null as ageSeconds : Integer
};

// For an order that the person may read.
annotate SparePartsService.availabilityFor with @(requires: 'authenticated-user');
