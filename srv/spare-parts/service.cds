using { aftersales as db } from '../../db';

namespace aftersales;

/** Spare parts for orders: what is needed, where it really is, who holds it, and what became of each piece. */
service SparePartsService @(path: '/odata/v4/spare-parts') {

  entity Parts              as projection on db.Products;
  @readonly entity PartSupplies as projection on db.PartSupplies;
  entity StockPlaces        as projection on db.StockPlaces;

  /** One row for a part at a place, with the age of its figures. */
  @readonly
  entity Availability       as projection on db.PartStocks { *, place.name as placeName, place.kind.code as kind_code };

  @readonly
  entity Reservations       as projection on db.Reservations actions {
    /** Holds what is open, at the given place or the best one; of a part of it, the rest becomes a need of its own. */
    action claim(quantity : db.Quantity, plant : db.Plant, storageLocation : db.StorageLocation) returns Reservations;
    /** The pieces lie ready; all that are held without a quantity. */
    action pick(quantity : db.Quantity, requestKey : String(60))             returns Reservations;
    /** Goods issue to the order: the pieces leave their place. */
    action issue(quantity : db.Quantity, batch : db.Batch, serialNumbers : many String(18), requestKey : String(60)) returns Reservations;
    /** Fitted. */
    action consume(quantity : db.Quantity, serialNumber : db.SerialNumber, removedSerialNumber : db.SerialNumber, batch : db.Batch, requestKey : String(60)) returns Reservations;
    /** Back to the place where it came from, or to another one such as the van. */
    action returnUnused(quantity : db.Quantity not null, plant : db.Plant, storageLocation : db.StorageLocation, serialNumber : db.SerialNumber, requestKey : String(60)) returns Reservations;
    /** Found defective or spoilt: into blocked stock, never back to unrestricted. */
    action scrap(quantity : db.Quantity not null, isSupplierDefect : Boolean, reason : String(1000), serialNumber : db.SerialNumber, requestKey : String(60)) returns Reservations;
    /** Gives back what is held and not issued, and what is still open: it is no longer needed. */
    action release()                                                         returns Reservations;
    /** Another part in its place; where the class of the part asks for it, once somebody else has agreed. */
    action useSubstitute(part_ID : UUID not null, reason : String(1000))     returns Reservations;
    /** Brings it from another van or depot. */
    action transferFrom(plant : db.Plant not null, storageLocation : db.StorageLocation not null, quantity : db.Quantity, toPlant : db.Plant, toStorageLocation : db.StorageLocation) returns Reservations;
    /** Has it bought. */
    action requisition(quantity : db.Quantity, supplier : String(10))        returns Reservations;
  };
  @readonly entity PartMovements as projection on db.PartMovements {
    *, hostMessage.number as hostMessageNumber, hostMessage.hostDocument as hostDocument, hostMessage.state.code as hostState_code, hostMessage.lastError as hostError,
  } excluding { hostMessage, requestKey };
  @readonly entity FittedParts   as projection on db.FittedParts;

  entity Substitutes             as projection on db.Substitutes;
  @readonly
  entity SubstitutionRequests    as projection on db.SubstitutionRequests actions {
    action approve(decision : String(1000))          returns SubstitutionRequests;
    action decline(decision : String(1000) not null) returns SubstitutionRequests;
  };
  @readonly entity StockTransfers as projection on db.StockTransfers;
  @readonly entity Requisitions   as projection on db.Requisitions;
  @readonly
  entity WarrantyReturns          as projection on db.WarrantyReturns actions {
    /** Out of blocked stock to the supplier (122). */
    action sendToSupplier(supplier : String(10))                            returns WarrantyReturns;
    action credit(amount : db.Amount not null)                    returns WarrantyReturns;
    action refuseCredit(reason : String(1000) not null)           returns WarrantyReturns;
  };

  /** Needs and claims at once. Exactly one of two people gets the last piece; the other is told who has it and what else there is. */
  action reserve(
    workOrder_ID    : UUID not null,
    part_ID         : UUID not null,
    quantity        : db.Quantity not null,
    neededAt        : Timestamp,
    plant           : db.Plant,
    storageLocation : db.StorageLocation,
    origin_code     : String(10),
    target_code     : String(10),
    carrier_ID      : UUID,
    requestKey      : String(60)
  ) returns Reservations;

  /** Notes that an order needs a part, without holding any. */
  action need(
    workOrder_ID : UUID not null,
    part_ID      : UUID not null,
    quantity     : db.Quantity not null,
    neededAt     : Timestamp,
    origin_code  : String(10),
    target_code  : String(10),
    carrier_ID   : UUID,
    requestKey   : String(60)
  ) returns Reservations;

  @readonly entity WorkOrders as projection on db.WorkOrders { ID, number, shortText, status, priority, customerName, siteName, model, serialNumber, equipment, faultCategory, technician, plannedStart, promisedAt, plant, isOpen };
}
