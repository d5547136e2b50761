using { aftersales.ServiceLevelService } from '../../srv/service-levels';

annotate ServiceLevelService.Calendars with {
  holidayRegion @Common.ValueListWithFixedValues;
};

annotate ServiceLevelService.Holidays with {
  region @Common.ValueListWithFixedValues;
};

annotate ServiceLevelService.CalendarSpans with {
  weekday @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'Weekdays', PresentationVariantQualifier: 'valueHelp',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: weekday, ValueListProperty: 'code' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
};

annotate ServiceLevelService.Weekdays with @UI.PresentationVariant #valueHelp: { SortOrder: [{ Property: code }] };
