using { aftersales as db } from '../../../db';
using { aftersales.SparePartsService } from '../service';

extend service SparePartsService with {
  /** What is missing of a part in a plant, or soon will be. */
  @readonly entity PartAlerts as projection on db.PartAlerts { *, part.number as partNumber, part.name as partName };
}
