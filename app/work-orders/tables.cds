using { aftersales.WorkOrderService } from '../../srv/work-orders';

// The tables on the order's page. Widths are shares, so that the columns fill the page.

annotate WorkOrderService.Repairs with @(
  UI.HeaderInfo: { TypeName: '{i18n>workOrders.workOrder}', TypeNamePlural: '{i18n>workOrders.repairs}', Title: { Value: number } },
  UI.LineItem #repairs: [
    { Value: number,      @UI.Importance: #High,  @HTML5.CssDefaults: { width: '7.5rem' } },
    { Value: receivedAt,  @UI.Importance: #High,  @HTML5.CssDefaults: { width: '15%' } },
    { Value: shortText,   @UI.Importance: #High,  @HTML5.CssDefaults: { width: '33%' } },
    { Value: faultCategory_code,  @HTML5.CssDefaults: { width: '14%' } },
    { Value: resolution_code,  @HTML5.CssDefaults: { width: '14%' } },
    { Value: status_code, Criticality: status.criticality, CriticalityRepresentation: #WithoutIcon, @UI.Importance: #High,  @HTML5.CssDefaults: { width: '12%' } }
  ],
  UI.PresentationVariant #repairs: {
    SortOrder: [{ Property: receivedAt, Descending: true }],
    Visualizations: ['@UI.LineItem#repairs'],
    MaxItems: 10
  }
);

annotate WorkOrderService.CostItems with @(
  UI.HeaderInfo: { TypeName: '{i18n>workOrders.costItem}', TypeNamePlural: '{i18n>workOrders.costItems}', Title: { Value: description } },
  UI.LineItem: [
    { Value: type_code,               @UI.Importance: #High,  @HTML5.CssDefaults: { width: '10rem' } },
    { Value: description,             @UI.Importance: #High,  @HTML5.CssDefaults: { width: '19%' } },
    { Value: performedOn,  @HTML5.CssDefaults: { width: '13%' } },
    { Value: quantity,  @HTML5.CssDefaults: { width: '16%' } },
    { Value: rate,  @HTML5.CssDefaults: { width: '16%' } },
    { Value: amount,                  @UI.Importance: #High,  @HTML5.CssDefaults: { width: '12%' } },
    { Value: accountingIndicator_code,  @HTML5.CssDefaults: { width: '12%' } }
  ]
);

annotate WorkOrderService.Events with @(
  UI.HeaderInfo: { TypeName: '{i18n>workOrders.event}', TypeNamePlural: '{i18n>workOrders.history}', Title: { Value: type_code } },
  UI.PresentationVariant: { SortOrder: [{ Property: sequence, Descending: true }], Visualizations: ['@UI.LineItem'] },
  UI.LineItem: [
    { Value: at,              @UI.Importance: #High,  @HTML5.CssDefaults: { width: '9.5rem' } },
    { Value: type_code,       @UI.Importance: #High,  @HTML5.CssDefaults: { width: '13%' } },
    { Value: userId,          @UI.Importance: #High,  @HTML5.CssDefaults: { width: '12%' } },
    { Value: fromStatus_code,  @HTML5.CssDefaults: { width: '12%' } },
    { Value: toStatus_code,  @HTML5.CssDefaults: { width: '12%' } },
    { Value: reasonName,      @UI.Importance: #High,  @HTML5.CssDefaults: { width: '14%' } },
    { Value: text,            @UI.Importance: #High,  @HTML5.CssDefaults: { width: '24%' } }
  ]
);
