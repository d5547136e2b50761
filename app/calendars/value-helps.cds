using { aftersales.ServiceLevelService } from '../../srv';

annotate ServiceLevelService.Calendars with {
  holidayRegion @Common.ValueListWithFixedValues;
};

annotate ServiceLevelService.Holidays with {
  region @Common.ValueListWithFixedValues;
};
