using { aftersales as db } from '../../db';

// Kept for the machinery: neither a column nor a filter that people could use.

annotate db.WorkOrders with {
  ID             @UI.Hidden;
  intakeKey      @UI.Hidden;
  eventCount     @UI.Hidden;
  previousStatus @UI.Hidden;
}

annotate db.CostItems with {
  ID        @UI.Hidden;
  workOrder @UI.Hidden;
}

annotate db.Notes with {
  ID        @UI.Hidden;
  workOrder @UI.Hidden;
}

annotate db.Events with {
  ID        @UI.Hidden;
  workOrder @UI.Hidden;
}

annotate db.FaultRules  with { ID @UI.Hidden }
annotate db.Customers   with { ID @UI.Hidden }
annotate db.Products    with { ID @UI.Hidden }
annotate db.Equipment   with { ID @UI.Hidden }
annotate db.Technicians with { ID @UI.Hidden }
