using { aftersales as db } from '../../db';

namespace aftersales;

/** Replicas of host data and code lists, for value helps and look-ups, and the runs that replicate. */
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

  @readonly
  entity ReplicationRuns as projection on db.ReplicationRuns excluding { claim, holder, hostError } actions {
    /** Ends a run after the page that it is working on; what is written stays. */
    action cancel() returns ReplicationRuns;
    /** Continues a run that failed or was cancelled, behind the last number it had worked on. */
    action resume() returns ReplicationRuns;
  };

  /** What the user at hand may do, read from the access rules, so that an app shows no button in vain. */
  @readonly @odata.singleton @cds.persistence.skip
  entity CurrentUser {
    key userId       : String(255);
        mayReplicate : Boolean;
  }

  @readonly entity ReplicationRejects  as projection on db.ReplicationRejects;
  @readonly entity ReplicationObjects  as projection on db.ReplicationObjects;
  @readonly entity ReplicationModes    as projection on db.ReplicationModes;
  @readonly entity ReplicationStates   as projection on db.ReplicationStates;
  @readonly entity ReplicationFindings as projection on db.ReplicationFindings;

  /** Starts a load in the background: `full` or `delta`. */
  action replicate(
    object_code : db.ReplicationObject not null @assert.range,
    mode_code   : String(10)           not null @assert.range enum { full; delta; }
  ) returns ReplicationRuns;

  type StockType : String(12) enum { unrestricted; quality; blocked; };

  /** What lies in a place of the host. Open reservations are not subtracted. */
  type StockLevel {
    plant           : String(4);
    storageLocation : String(4);
    batch           : String(10);
    stockType       : StockType;
    quantity        : db.Quantity;
    unit            : db.UnitOfMeasure;
    /** When the host was asked. */
    readAt          : Timestamp;
    ageSeconds      : Integer;
  }

  /** Live from the host, at most 30 seconds old; in all plants without one. */
  function stock(material : db.Products:number not null, plant : db.Equipment:plant) returns array of StockLevel;
}
