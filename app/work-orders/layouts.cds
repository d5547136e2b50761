using { aftersales.WorkOrderService } from '../../srv/work-orders';

// The list: filters, columns and the views people choose from.

annotate WorkOrderService.WorkOrders with @(
  Common.SemanticKey: [number],
  UI.SelectionFields: [
    status_code, priority_code, customer_ID, serialNumber, technician_ID, faultCategory_code, promisedAt
  ],
  UI.LineItem: [
    { Value: number,                         @UI.Importance: #High,   @HTML5.CssDefaults: { width: '7.5rem' } },
    { Value: shortText,                      @UI.Importance: #High,   @HTML5.CssDefaults: { width: '18%' } },
    { Value: status_code, Criticality: status.criticality, CriticalityRepresentation: #WithoutIcon,
                                             @UI.Importance: #High,   @HTML5.CssDefaults: { width: '8%' } },
    { Value: priority_code, Criticality: priority.criticality,
                                             @UI.Importance: #High,   @HTML5.CssDefaults: { width: '9%' } },
    { Value: promisedAt, Criticality: promiseCriticality, CriticalityRepresentation: #WithoutIcon,
                                             @UI.Importance: #High,   @HTML5.CssDefaults: { width: '10%' } },
    { $Type: 'UI.DataFieldForAnnotation', Target: '@UI.FieldGroup#listEquipment', Label: '{i18n>workOrders.equipment}',
                                             @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '12%' } },
    { $Type: 'UI.DataFieldForAnnotation', Target: '@UI.FieldGroup#listCustomer', Label: '{i18n>workOrders.customer}',
                                             @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '15%' } },
    { Value: technician_ID,                  @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '10%' } },
    { Value: executionMode_code,             @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '9%' } },
    { $Type: 'UI.DataFieldForAction', Action: 'WorkOrderService.release', Label: '{i18n>workOrders.release}',
      @UI.Hidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayRelease' } } } },
    { $Type: 'UI.DataFieldForAction', Action: 'WorkOrderService.assign', Label: '{i18n>workOrders.assign}',
      @UI.Hidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayAssign' } } } },
    // The other steps belong to the order's own page, one order at a time.
    { $Type: 'UI.DataFieldForAction', Action: 'WorkOrderService.unassign', @UI.Hidden: true },
    { $Type: 'UI.DataFieldForAction', Action: 'WorkOrderService.start',    @UI.Hidden: true },
    { $Type: 'UI.DataFieldForAction', Action: 'WorkOrderService.hold',     @UI.Hidden: true },
    { $Type: 'UI.DataFieldForAction', Action: 'WorkOrderService.resume',   @UI.Hidden: true },
    { $Type: 'UI.DataFieldForAction', Action: 'WorkOrderService.complete', @UI.Hidden: true },
    { $Type: 'UI.DataFieldForAction', Action: 'WorkOrderService.accept',   @UI.Hidden: true },
    { $Type: 'UI.DataFieldForAction', Action: 'WorkOrderService.close',    @UI.Hidden: true },
    { $Type: 'UI.DataFieldForAction', Action: 'WorkOrderService.cancel',   @UI.Hidden: true },
    { $Type: 'UI.DataFieldForAction', Action: 'WorkOrderService.reopen',   @UI.Hidden: true }
  ],
  UI.FieldGroup #listEquipment: { Data: [{ Value: model }, { Value: serialNumber }] },
  UI.FieldGroup #listCustomer:  { Data: [{ Value: customerName }, { Value: city }] }
);

annotate WorkOrderService.WorkOrders with @(
  UI.PresentationVariant #byPromise: {
    SortOrder: [{ Property: promisedAt }],
    Visualizations: ['@UI.LineItem']
  },
  UI.PresentationVariant #newestFirst: {
    SortOrder: [{ Property: receivedAt, Descending: true }],
    Visualizations: ['@UI.LineItem']
  },
  UI.SelectionPresentationVariant #open: {
    Text: '{i18n>workOrders.view.open}',
    SelectionVariant: { SelectOptions: [{ PropertyName: isOpen, Ranges: [{ Sign: #I, Option: #EQ, Low: true }] }] },
    PresentationVariant: ![@UI.PresentationVariant#byPromise]
  },
  // isOpen stands in front of the computed flags, so that the index narrows the rows first.
  UI.SelectionPresentationVariant #mine: {
    Text: '{i18n>workOrders.view.mine}',
    SelectionVariant: { SelectOptions: [
      { PropertyName: isOpen, Ranges: [{ Sign: #I, Option: #EQ, Low: true }] },
      { PropertyName: isMine, Ranges: [{ Sign: #I, Option: #EQ, Low: true }] }
    ] },
    PresentationVariant: ![@UI.PresentationVariant#byPromise]
  },
  UI.SelectionPresentationVariant #overdue: {
    Text: '{i18n>workOrders.view.overdue}',
    SelectionVariant: { SelectOptions: [
      { PropertyName: isOpen,    Ranges: [{ Sign: #I, Option: #EQ, Low: true }] },
      { PropertyName: isOverdue, Ranges: [{ Sign: #I, Option: #EQ, Low: true }] }
    ] },
    PresentationVariant: ![@UI.PresentationVariant#byPromise]
  },
  UI.SelectionPresentationVariant #onHold: {
    Text: '{i18n>workOrders.view.onHold}',
    SelectionVariant: { SelectOptions: [{ PropertyName: status_code, Ranges: [{ Sign: #I, Option: #EQ, Low: 'OnHold' }] }] },
    PresentationVariant: ![@UI.PresentationVariant#byPromise]
  },
  UI.SelectionPresentationVariant #all: {
    Text: '{i18n>workOrders.view.all}',
    SelectionVariant: { SelectOptions: [] },
    PresentationVariant: ![@UI.PresentationVariant#newestFirst]
  }
);
