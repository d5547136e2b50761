using { aftersales as db } from '../../../db';
using { aftersales.SparePartsService } from '../service';

extend service SparePartsService with {
  /** Has parts bought for a place, whatever they will be needed for. */
  action requisitionForStock(
    part_ID         : UUID not null,
    plant           : db.Plant not null,
    storageLocation : db.StorageLocation not null,
    quantity        : db.Quantity not null,
    supplier        : String(10),
    neededOn        : Date
  ) returns SparePartsService.Requisitions;

  /** Asks the host now what has become of all that is on its way. */
  action followRequisitions();
}
