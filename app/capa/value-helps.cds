using { aftersales.QualityService } from '../../srv/quality';

annotate QualityService.CapaCases with {
  phase         @Common.ValueListWithFixedValues;
  riskMethod    @Common.ValueListWithFixedValues;
  riskLevel     @Common.ValueListWithFixedValues;
  faultCategory @Common.ValueListWithFixedValues;
  part          @Common.ValueList: {
    CollectionPath: 'Parts', SearchSupported: true,
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: part_ID, ValueListProperty: 'ID' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'number' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
};

annotate QualityService.CapaActions with actions {
  change(kind_code @Common.ValueListWithFixedValues @UI.ParameterDefaultValue: { $edmJson: { $Path: 'in/kind_code' } });
};
