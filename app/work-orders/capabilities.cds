using { aftersales.WorkOrderService } from '../../srv/work-orders';

annotate WorkOrderService.WorkOrders with @(
  // People take orders through the intake dialog and never delete them.
  UI.CreateHidden: true,
  UI.DeleteHidden: true,
  UI.UpdateHidden: { $edmJson: { $Not: { $And: [
    { $And: [{ $Ne: [{ $Path: 'status_code' }, 'Closed'] }, { $Ne: [{ $Path: 'status_code' }, 'Cancelled'] }] },
    { $Path: '/CurrentUser/mayEdit' }
  ] } } },
  Capabilities.FilterRestrictions: {
    FilterExpressionRestrictions: [
      { Property: promisedAt, AllowedExpressions: 'SingleRange' },
      { Property: receivedAt, AllowedExpressions: 'SingleRange' }
    ]
  },
  // No "editing status" filter: people look for orders, not for drafts.
  Capabilities.NavigationRestrictions: { RestrictedProperties: [
    { NavigationProperty: DraftAdministrativeData, FilterRestrictions: { Filterable: false } }
  ] }
);

annotate WorkOrderService.Events with @Capabilities: { SearchRestrictions.Searchable: false };
annotate WorkOrderService.CostItems with @Capabilities: { SearchRestrictions.Searchable: false };
annotate WorkOrderService.WorkOrders.attachments with @Capabilities: { SearchRestrictions.Searchable: false };
