using { aftersales.WorkOrderService } from '../../srv/work-orders';

// How fields behave on the page; what may be changed at all stands in srv/work-orders/constraints.cds.

annotate WorkOrderService.WorkOrders with {
  symptom        @UI.MultiLineText;
  summary        @UI.MultiLineText;
  rootCauseHint  @UI.MultiLineText;
  testData       @UI.MultiLineText
                 @Common.FieldControl: { $edmJson: { $If: [{ $Path: 'deviceClass/requiresTestData' }, 7, 3] } };
  udi            @Common.FieldControl: { $edmJson: { $If: [{ $Path: 'deviceClass/requiresUdi' }, 7, 3] } };
  ratingComment  @UI.MultiLineText;
  contactEmail   @Communication.IsEmailAddress;
  contactPhone   @Communication.IsPhoneNumber;
  costTotal      @Measures.ISOCurrency: currency_code;
  // Technical: needed by the pages, of no use as a column or filter.
  intakeKey         @UI.Hidden;
  eventCount        @UI.Hidden;
  promiseCriticality @UI.Hidden;
  previousStatus    @UI.Hidden;
  latitude          @UI.HiddenFilter;
  longitude         @UI.HiddenFilter;
};

annotate WorkOrderService.CostItems with {
  quantity @Measures.Unit: unit;
  rate     @Measures.ISOCurrency: currency_code;
  amount   @Measures.ISOCurrency: currency_code;
};

annotate WorkOrderService.Events with {
  text @UI.MultiLineText;
};

// To the minute: seconds say nothing about a repair.
annotate WorkOrderService.WorkOrders with {
  receivedAt     @UI.DateTimeStyle: 'short';
  requestedStart @UI.DateTimeStyle: 'short';
  promisedAt     @UI.DateTimeStyle: 'short';
  plannedStart   @UI.DateTimeStyle: 'short';
  startedAt      @UI.DateTimeStyle: 'short';
  completedAt    @UI.DateTimeStyle: 'short';
  acceptedAt     @UI.DateTimeStyle: 'short';
  closedAt       @UI.DateTimeStyle: 'short';
};
annotate WorkOrderService.Events with {
  at @UI.DateTimeStyle: 'short';
};
