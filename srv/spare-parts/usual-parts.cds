using { aftersales as db } from '../../db';
using { aftersales.SparePartsService } from './service';

namespace aftersales;

/** A part that an order may need, with what speaks for it. */
type ProposedPart {
  part_ID          : UUID;
  number           : String(40);
  name             : String(80);
  unit             : db.UnitOfMeasure;
  isBatchManaged   : Boolean;
  isSerialManaged  : Boolean;
  /** `usual`, where repairs of the fault and model took it, else `bom`. */
  origin_code      : String(10);
  /** Usual enough to be proposed without being looked for. */
  isProposed       : Boolean;
  /** What one repair takes. */
  quantity         : db.Quantity;
  /** Repairs of the fault and model that are done, those that used it, and their share in percent. */
  repairs          : Integer;
  repairsWithPart  : Integer;
  share            : Integer;
  /** Repairs of the model that used it, whatever the fault. */
  uses             : Integer;
  position         : String(4);
  alternativeGroup : String(2);
  priority         : Integer;
  /** What the order needs of it already, and what lies in places that are in use and is promised to nobody. */
  needed           : db.Quantity;
  available        : db.Quantity;
}

// Which parts repairs take.
extend service SparePartsService with {

  @odata.draft.enabled
  entity UsualParts as projection on db.UsualParts;

  /** The parts of a model as the host's bill of material has them, when somebody asked last. */
  @readonly
  entity ModelParts as projection on db.ModelParts;

  /** What an order may need: usual parts first, then the rest of its equipment's bill of material by how often it was used. */
  function proposedParts(workOrder_ID : UUID not null) returns many ProposedPart;

  /** Learns from all repairs that are done, in the background; answers how many faults of models there are to look at. */
  action learnUsualParts() returns Integer;
}

annotate SparePartsService.UsualParts with {
  model           @mandatory;
  faultCategory   @mandatory  @assert.target;
  part            @mandatory  @assert.target;
  quantity        @mandatory  @assert.range: [(0), _];
  repairs         @readonly;
  repairsWithPart @readonly;
  pieces          @readonly;
  share           @readonly;
  isManual        @readonly;
};

annotate SparePartsService.UsualParts with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'Technician', 'QualityEngineer', 'QualityManager', 'CostController', 'Auditor'] },
  { grant: '*', to: ['PartsPlanner', 'Admin'] }
]);
annotate SparePartsService.ModelParts with @(restrict: [
  { grant: 'READ', to: ['ServiceAgent', 'Dispatcher', 'Technician', 'PartsPlanner', 'QualityEngineer', 'QualityManager', 'Auditor', 'Admin'] }
]);
annotate SparePartsService.proposedParts   with @(requires: ['ServiceAgent', 'Dispatcher', 'Technician', 'PartsPlanner', 'Admin']);
annotate SparePartsService.learnUsualParts with @(requires: ['PartsPlanner', 'Admin']);
