using { aftersales as db } from '../../db';
using { aftersales.SparePartsService } from './service';

// What parts' own history says of their future, and what should be ordered.
extend service SparePartsService with {

  @readonly
  entity PartForecasts as projection on db.PartForecasts {
    *,
    /** In the reader's language, a sentence a line. */
    virtual null as reasons : LargeString,
    /** Red when nothing is left of what should be ordered, yellow when something should be. */
    case when proposedQuantity > 0 and available <= 0 then 1 when proposedQuantity > 0 then 2 else 3 end as criticality : Integer,
    /** What share of the naive error is left. */
    case when naiveError > 0 then scaledError / naiveError end as errorRatio : Decimal(9, 3)
  } excluding { facts, historyKey, dueAt } actions {
    /** Calculates it anew, from what is known now. */
    action recalculate() returns PartForecasts;
  };

  @readonly
  entity PartForecastPoints as projection on db.PartForecastPoints;

  /** Pieces used before this module kept its ledger. */
  entity PartDemands as projection on db.PartDemands;

  /** Calculates all forecasts anew, in the background; answers how many there are. */
  action recalculateForecasts() returns Integer;
}

annotate SparePartsService.PartDemands with {
  part            @mandatory  @assert.target;
  plant           @mandatory;
  storageLocation @mandatory;
  month           @mandatory;
  quantity @mandatory  @assert: (case when quantity < 0 then 'QUANTITY_NEGATIVE' end);
};

annotate SparePartsService.PartForecasts with @(restrict: [
  { grant: 'READ', to: ['Dispatcher', 'CostController', 'Auditor'] },
  { grant: ['READ', 'recalculate'], to: ['PartsPlanner', 'Admin'] }
]);
annotate SparePartsService.PartForecastPoints with @(restrict: [{ grant: 'READ', to: ['Dispatcher', 'CostController', 'PartsPlanner', 'Auditor', 'Admin'] }]);
annotate SparePartsService.PartDemands        with @(restrict: [{ grant: 'READ', to: 'Auditor' }, { grant: '*', to: ['PartsPlanner', 'Admin'] }]);
annotate SparePartsService.recalculateForecasts with @(requires: ['PartsPlanner', 'Admin']);
