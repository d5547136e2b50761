using { aftersales as db } from '../../db';

namespace aftersales;

/** What went wrong, why, what is done about it, whom it concerns, and the proof that it stays away. */
service QualityService @(path: '/odata/v4/quality') {

  @odata.draft.enabled
  entity QualityNotifications as projection on db.QualityNotifications;
  @odata.draft.enabled
  entity CapaCases            as projection on db.CapaCases;

  /** The order behind a notification. */
  @readonly
  entity WorkOrders           as projection on db.WorkOrders {
    ID, number, status, shortText, summary, equipment, customer, customerName, serialNumber, model, manufacturer, deviceClass, plant, faultCategory, patientImpact,
    resolution, receivedAt, completedAt, technician
  };
}
