using { aftersales.ServiceLevelService } from '../../srv/service-levels';

// What I was told within the application; a row leads to its order.

annotate ServiceLevelService.MyNotices with @(
  cds.search: { subject, body },
  UI.CreateHidden: true,
  UI.UpdateHidden: true,
  UI.DeleteHidden: true,
  UI.HeaderInfo: { TypeName: '{i18n>myNotices.notice}', TypeNamePlural: '{i18n>myNotices.notices}', Title: { Value: subject } },
  UI.LineItem: [
    { Value: createdAt, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '14%' } },
    { Value: subject,   @UI.Importance: #High,   @HTML5.CssDefaults: { width: '30%' } },
    { Value: body,      @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '42%' } },
    { Value: readAt,    @UI.Importance: #Low,    @HTML5.CssDefaults: { width: '13%' } },
    { $Type: 'UI.DataFieldForAction', Action: 'ServiceLevelService.markAsRead', Label: '{i18n>myNotices.markAsRead}' }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: createdAt, Descending: true }], Visualizations: ['@UI.LineItem'] },
  UI.SelectionPresentationVariant #unread: {
    Text: '{i18n>myNotices.unread}',
    SelectionVariant: { SelectOptions: [{ PropertyName: isRead, Ranges: [{ Sign: #I, Option: #EQ, Low: false }] }] },
    PresentationVariant: ![@UI.PresentationVariant]
  },
  UI.SelectionPresentationVariant #all: {
    Text: '{i18n>myNotices.all}', SelectionVariant: { SelectOptions: [] }, PresentationVariant: ![@UI.PresentationVariant]
  },
  Capabilities.FilterRestrictions: { FilterExpressionRestrictions: [
    { Property: createdAt, AllowedExpressions: 'SingleRange' }, { Property: readAt, AllowedExpressions: 'SingleRange' }
  ] }
);

annotate ServiceLevelService.MyNotices with {
  createdAt @UI.DateTimeStyle: 'short';
  readAt    @UI.DateTimeStyle: 'short';
  isRead    @UI.HiddenFilter;
} actions {
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: ['/aftersales.ServiceLevelService.EntityContainer/MyNotices'] }
  @Core.OperationAvailable: { $edmJson: { $Not: { $Path: 'in/isRead' } } }
  markAsRead;
};
