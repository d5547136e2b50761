using { aftersales.ServiceLevelService } from '../../srv/service-levels';

annotate ServiceLevelService.Agreements with {
  importance @Common.ValueListWithFixedValues;
  priority   @Common.ValueListWithFixedValues;
  region     @Common.ValueListWithFixedValues;
  calendar   @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'Calendars',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: calendar_code, ValueListProperty: 'code' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
  customer   @Common.ValueList: {
    CollectionPath: 'Customers', SearchSupported: true,
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: customer_ID, ValueListProperty: 'ID' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'number' }
    ]
  };
};

annotate ServiceLevelService.AgreementTargets with {
  clock    @Common.ValueListWithFixedValues;
  calendar @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'Calendars',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: calendar_code, ValueListProperty: 'code' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
};

annotate ServiceLevelService.AgreementPauses with {
  holdReason @Common.ValueListWithFixedValues;
  clock      @Common.ValueListWithFixedValues;
};

annotate ServiceLevelService.AgreementTerms with {
  kind     @Common.ValueListWithFixedValues;
  clock    @Common.ValueListWithFixedValues;
  currency @Common.ValueListWithFixedValues;
};
