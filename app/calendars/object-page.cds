using { aftersales.ServiceLevelService } from '../../srv/service-levels';

annotate ServiceLevelService.Calendars with @(
  UI.HeaderInfo: {
    TypeName: '{i18n>calendars.calendar}',
    TypeNamePlural: '{i18n>calendars.calendars}',
    Title: { Value: name },
    Description: { Value: code }
  },
  UI.Facets: [
    { $Type: 'UI.ReferenceFacet', ID: 'general',    Label: '{i18n>calendars.general}',    Target: '@UI.FieldGroup#general' },
    { $Type: 'UI.ReferenceFacet', ID: 'spans',      Label: '{i18n>calendars.spans}',      Target: 'spans/@UI.PresentationVariant' },
    { $Type: 'UI.ReferenceFacet', ID: 'exceptions', Label: '{i18n>calendars.exceptions}', Target: 'exceptions/@UI.PresentationVariant' }
  ],
  UI.FieldGroup #general: { Data: [{ Value: code }, { Value: name }, { Value: timeZone }, { Value: holidayRegion_code }, { Value: hasHolidays }] }
);

annotate ServiceLevelService.CalendarSpans with @(
  UI.HeaderInfo: { TypeName: '{i18n>calendars.span}', TypeNamePlural: '{i18n>calendars.spans}', Title: { Value: startsAt } },
  UI.LineItem: [
    { Value: weekday,  @UI.Importance: #High, @HTML5.CssDefaults: { width: '40%' } },
    { Value: startsAt, @UI.Importance: #High, @HTML5.CssDefaults: { width: '25%' } },
    { Value: endsAt,   @UI.Importance: #High, @HTML5.CssDefaults: { width: '25%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: weekday }, { Property: startsAt }], Visualizations: ['@UI.LineItem'] },
  Capabilities.SearchRestrictions: { Searchable: false }
);

annotate ServiceLevelService.CalendarExceptions with @(
  UI.HeaderInfo: { TypeName: '{i18n>calendars.exception}', TypeNamePlural: '{i18n>calendars.exceptions}', Title: { Value: day } },
  UI.LineItem: [
    { Value: day,      @UI.Importance: #High,   @HTML5.CssDefaults: { width: '20%' } },
    { Value: startsAt, @UI.Importance: #High,   @HTML5.CssDefaults: { width: '15%' } },
    { Value: endsAt,   @UI.Importance: #High,   @HTML5.CssDefaults: { width: '15%' } },
    { Value: reason,   @UI.Importance: #Medium, @HTML5.CssDefaults: { width: '45%' } }
  ],
  UI.PresentationVariant: { SortOrder: [{ Property: day }, { Property: startsAt }], Visualizations: ['@UI.LineItem'] },
  Capabilities.SearchRestrictions: { Searchable: false }
);

annotate ServiceLevelService.Holidays with @(
  UI.HeaderInfo: { TypeName: '{i18n>calendars.holiday}', TypeNamePlural: '{i18n>calendars.holidays}', Title: { Value: name }, Description: { Value: region_code } },
  UI.Facets: [{ $Type: 'UI.ReferenceFacet', ID: 'general', Label: '{i18n>calendars.general}', Target: '@UI.FieldGroup#general' }],
  UI.FieldGroup #general: { Data: [{ Value: region_code }, { Value: day }, { Value: name }] }
);
