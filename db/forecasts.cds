namespace aftersales;

using { cuid } from '@sap/cds/common';
using { aftersales as orders } from './work-orders';
using { aftersales as levels } from './service-levels';

/** A part of a risk: what it comes from, and how much of it, in percent. */
type BreachCause {
  code    : String(20);
  percent : Integer;
}

/** How likely an order's fix will be late, as it was computed last. */
entity BreachForecasts {
  key workOrder      : Association to orders.WorkOrders;
      /** Percent; empty for orders that are done or wait for the customer. */
      risk           : Integer;
      /** By when half of such repairs would be done. */
      expectedAt     : Timestamp;
      /** The due date that the risk is about. */
      dueAt          : Timestamp;
      /** Earlier repairs of the same fault and model that it rests on. */
      known          : Integer;
      /** The strongest first. */
      reasons        : many BreachCause;
      computedAt     : Timestamp;
      /** When it is computed anew: at once after something has happened to the order; empty when nothing is to come. */
      refreshAt      : Timestamp;
      /** The expected date that the customer, and the due date for which the lead were told last. */
      toldExpectedAt : Timestamp;
      toldLeadFor    : Timestamp;
}

/** Why a customer should be told something: written with what happened, told and deleted soon after. */
entity NoticeOccasions : cuid {
  workOrder : Association to orders.WorkOrders not null;
  template  : String(30) not null;
  at        : Timestamp not null;
}

extend entity levels.Clocks with {
  // The risk is that of the fix.
  forecast : Association to BreachForecasts on forecast.workOrder = workOrder and kind.code = 'fix';
}

annotate BreachForecasts with @aftersales.indexes: [['refreshAt']];
annotate NoticeOccasions with @aftersales.indexes: [['at']];
