using { aftersales.ServiceLevelService } from '../../srv/service-levels';

annotate ServiceLevelService.MilestoneKinds with @UI.PresentationVariant #valueHelp: { SortOrder: [{ Property: position }] };

annotate ServiceLevelService.MilestoneTemplates with {
  orderType     @Common.ValueListWithFixedValues;
  deviceClass   @Common.ValueListWithFixedValues;
  executionMode @Common.ValueListWithFixedValues;
  calendar      @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'Calendars',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: calendar_code, ValueListProperty: 'code' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
};

annotate ServiceLevelService.TemplateMilestones with {
  predecessorNames @readonly;
  targetText       @readonly;
  ownerRole        @Common.ValueListWithFixedValues;
  evidence         @Common.ValueListWithFixedValues;
  kind             @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'MilestoneKinds', PresentationVariantQualifier: 'valueHelp',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: kind_code, ValueListProperty: 'code' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' },
      { $Type: 'Common.ValueListParameterConstant', ValueListProperty: 'isOrderDate', Constant: false }
    ]
  };
  anchor           @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'MilestoneKinds', PresentationVariantQualifier: 'valueHelp',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: anchor_code, ValueListProperty: 'code' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
  calendar         @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'Calendars',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: calendar_code, ValueListProperty: 'code' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
};
