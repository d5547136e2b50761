using { aftersales as db } from '../../db';

namespace aftersales;

/** Replicas of host data and code lists, for value helps and look-ups. */
service MasterDataService @(path: '/odata/v4/master-data') {
  @readonly entity Customers            as projection on db.Customers;
  @readonly entity Equipment            as projection on db.Equipment;
  @readonly entity Products             as projection on db.Products;
  @readonly entity WorkOrderStatuses    as projection on db.WorkOrderStatuses;
  @readonly entity Channels             as projection on db.Channels;
  @readonly entity ExecutionModes       as projection on db.ExecutionModes;
  @readonly entity Priorities           as projection on db.Priorities;
  @readonly entity Urgencies            as projection on db.Urgencies;
  @readonly entity PatientImpacts       as projection on db.PatientImpacts;
  @readonly entity EquipmentImportances as projection on db.EquipmentImportances;
  @readonly entity DeviceClasses        as projection on db.DeviceClasses;
  @readonly entity FaultCategories      as projection on db.FaultCategories;
  @readonly entity WarrantyStatuses     as projection on db.WarrantyStatuses;
  @readonly entity AccountingIndicators as projection on db.AccountingIndicators;
  @readonly entity ResolutionCodes      as projection on db.ResolutionCodes;
  @readonly entity CostTypes            as projection on db.CostTypes;
  @readonly entity OrderTypes           as projection on db.OrderTypes;
  @readonly entity HoldReasons          as projection on db.HoldReasons;
  @readonly entity CancelReasons        as projection on db.CancelReasons;
  @readonly entity ReopenReasons        as projection on db.ReopenReasons;
  @readonly entity PredecessorRelations as projection on db.PredecessorRelations;
}
