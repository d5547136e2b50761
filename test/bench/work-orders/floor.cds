using { aftersales as db } from '../../../db';

/**
 * What the framework itself costs: rows as wide as work orders from the same table, without drafts,
 * computed elements, access rules by row or handlers of ours. Loaded by the benchmark only.
 */
@path: '/odata/v4/bench-floor'
@requires: 'authenticated-user'
service aftersales.bench.FloorService {
  @readonly @cds.localized: false
  entity FlatOrders as projection on db.WorkOrders excluding { costItems, attachments, notes, events };

  @readonly
  entity FlatStocks as projection on db.PartStocks excluding { available, place, supply };

  @readonly @cds.localized: false
  entity FlatNotifications as projection on db.QualityNotifications excluding { complaint, items, tasks, activities, attachments };

  @readonly
  entity FlatFittedParts as projection on db.FittedParts;
}
