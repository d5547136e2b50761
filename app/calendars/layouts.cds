using { aftersales.ServiceLevelService } from '../../srv/service-levels';

annotate ServiceLevelService.Calendars with @(
  Common.SemanticKey: [code],
  cds.search: { code, name },
  UI.CreateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.UpdateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.DeleteHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.SelectionFields: [holidayRegion_code, hasHolidays],
  UI.LineItem: [
    { Value: code,               @UI.Importance: #High,   @HTML5.CssDefaults: { width: '24%' } },
    { Value: timeZone,           @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '24%' } },
    { Value: holidayRegion_code, @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '24%' } },
    { Value: hasHolidays,        @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '20%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: code }], Visualizations: ['@UI.LineItem'] },
  Capabilities.NavigationRestrictions: { RestrictedProperties: [
    { NavigationProperty: DraftAdministrativeData, FilterRestrictions: { Filterable: false } }
  ] }
);

// A view of its own beside the calendars: a row is a day off in a region.
annotate ServiceLevelService.Holidays with @(
  cds.search: { name },
  UI.CreateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.UpdateHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.DeleteHidden: { $edmJson: { $Not: { $Path: '/CurrentUser/mayMaintain' } } },
  UI.SelectionFields: [region_code, day],
  UI.LineItem: [
    { Value: day,         @UI.Importance: #High, @HTML5.CssDefaults: { width: '25%' } },
    { Value: region_code, @UI.Importance: #High, @HTML5.CssDefaults: { width: '35%' } },
    { Value: name,        @UI.Importance: #High, @HTML5.CssDefaults: { width: '35%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: day }], Visualizations: ['@UI.LineItem'] },
  Capabilities.FilterRestrictions: { FilterExpressionRestrictions: [{ Property: day, AllowedExpressions: 'SingleRange' }] },
  Capabilities.NavigationRestrictions: { RestrictedProperties: [
    { NavigationProperty: DraftAdministrativeData, FilterRestrictions: { Filterable: false } }
  ] }
);

annotate ServiceLevelService.Calendars with @UI.SelectionPresentationVariant #calendars: {
  Text: '{i18n>calendars.calendars}', SelectionVariant: { SelectOptions: [] }, PresentationVariant: ![@UI.PresentationVariant]
};
annotate ServiceLevelService.Holidays with @UI.SelectionPresentationVariant #holidays: {
  Text: '{i18n>calendars.holidays}', SelectionVariant: { SelectOptions: [] }, PresentationVariant: ![@UI.PresentationVariant]
};
