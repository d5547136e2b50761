using { aftersales.ServiceLevelService } from '../../srv/service-levels';

annotate ServiceLevelService.ClockBoard with {
  kind     @Common.ValueListWithFixedValues;
  status   @Common.ValueListWithFixedValues;
  priority @Common.ValueListWithFixedValues;
  level    @Common.ValueListWithFixedValues;
  customer @Common.ValueList: {
    CollectionPath: 'Customers', SearchSupported: true,
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: customer_ID, ValueListProperty: 'ID' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'number' }
    ]
  };
};
