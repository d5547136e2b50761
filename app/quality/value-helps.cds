using { aftersales.QualityService } from '../../srv/quality';

// Findings are coded by what the notification's catalog profile allows; the group comes with the code.

annotate QualityService.NotificationItems with {
  defectCode @Common: { Text: defect.name, TextArrangement: #TextOnly, ValueList: {
    CollectionPath: 'ProfileCodes', SearchSupported: true, Label: '{i18n>quality.defects}',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: defectCode, ValueListProperty: 'code' },
      { $Type: 'Common.ValueListParameterOut', LocalDataProperty: defectGroup, ValueListProperty: 'codeGroup' },
      { $Type: 'Common.ValueListParameterIn', LocalDataProperty: profile_code, ValueListProperty: 'profile_code' },
      { $Type: 'Common.ValueListParameterConstant', ValueListProperty: 'catalog_code', Constant: '9' },
      { $Type: 'Common.ValueListParameterConstant', ValueListProperty: 'isActive', Constant: true },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'groupName' }
    ]
  } };
  objectPartCode @Common: { Text: objectPart.name, TextArrangement: #TextOnly, ValueList: {
    CollectionPath: 'ProfileCodes', SearchSupported: true, Label: '{i18n>quality.objectParts}',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: objectPartCode, ValueListProperty: 'code' },
      { $Type: 'Common.ValueListParameterOut', LocalDataProperty: objectPartGroup, ValueListProperty: 'codeGroup' },
      { $Type: 'Common.ValueListParameterIn', LocalDataProperty: profile_code, ValueListProperty: 'profile_code' },
      { $Type: 'Common.ValueListParameterConstant', ValueListProperty: 'catalog_code', Constant: 'B' },
      { $Type: 'Common.ValueListParameterConstant', ValueListProperty: 'isActive', Constant: true },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'groupName' }
    ]
  } };
  locationCode @Common: { Text: location.name, TextArrangement: #TextOnly, ValueList: {
    CollectionPath: 'ProfileCodes', SearchSupported: true, Label: '{i18n>quality.locations}',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: locationCode, ValueListProperty: 'code' },
      { $Type: 'Common.ValueListParameterOut', LocalDataProperty: locationGroup, ValueListProperty: 'codeGroup' },
      { $Type: 'Common.ValueListParameterIn', LocalDataProperty: profile_code, ValueListProperty: 'profile_code' },
      { $Type: 'Common.ValueListParameterConstant', ValueListProperty: 'catalog_code', Constant: 'E' },
      { $Type: 'Common.ValueListParameterConstant', ValueListProperty: 'isActive', Constant: true },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'groupName' }
    ]
  } };
  part @Common.ValueList: {
    CollectionPath: 'Parts', SearchSupported: true,
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: part_ID, ValueListProperty: 'ID' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'number' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
};

annotate QualityService.NotificationCauses with {
  causeCode @Common: { Text: cause.name, TextArrangement: #TextOnly, ValueList: {
    CollectionPath: 'ProfileCodes', SearchSupported: true, Label: '{i18n>quality.causes}',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: causeCode, ValueListProperty: 'code' },
      { $Type: 'Common.ValueListParameterOut', LocalDataProperty: causeGroup, ValueListProperty: 'codeGroup' },
      { $Type: 'Common.ValueListParameterIn', LocalDataProperty: profile_code, ValueListProperty: 'profile_code' },
      { $Type: 'Common.ValueListParameterConstant', ValueListProperty: 'catalog_code', Constant: '5' },
      { $Type: 'Common.ValueListParameterConstant', ValueListProperty: 'isActive', Constant: true },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'groupName' }
    ]
  } };
};

annotate QualityService.NotificationTasks with {
  taskCode @Common: { Text: task.name, TextArrangement: #TextOnly, ValueList: {
    CollectionPath: 'ProfileCodes', SearchSupported: true, Label: '{i18n>quality.tasks}',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: taskCode, ValueListProperty: 'code' },
      { $Type: 'Common.ValueListParameterOut', LocalDataProperty: taskGroup, ValueListProperty: 'codeGroup' },
      { $Type: 'Common.ValueListParameterIn', LocalDataProperty: profile_code, ValueListProperty: 'profile_code' },
      { $Type: 'Common.ValueListParameterConstant', ValueListProperty: 'catalog_code', Constant: '2' },
      { $Type: 'Common.ValueListParameterConstant', ValueListProperty: 'isActive', Constant: true },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'groupName' }
    ]
  } };
};

annotate QualityService.NotificationActivities with {
  activityCode @Common: { Text: activity.name, TextArrangement: #TextOnly, ValueList: {
    CollectionPath: 'ProfileCodes', SearchSupported: true, Label: '{i18n>quality.activities}',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: activityCode, ValueListProperty: 'code' },
      { $Type: 'Common.ValueListParameterOut', LocalDataProperty: activityGroup, ValueListProperty: 'codeGroup' },
      { $Type: 'Common.ValueListParameterIn', LocalDataProperty: profile_code, ValueListProperty: 'profile_code' },
      { $Type: 'Common.ValueListParameterConstant', ValueListProperty: 'catalog_code', Constant: '8' },
      { $Type: 'Common.ValueListParameterConstant', ValueListProperty: 'isActive', Constant: true },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'groupName' }
    ]
  } };
};

annotate QualityService.QualityNotifications with {
  status                @Common.ValueListWithFixedValues;
  type                  @Common.ValueListWithFixedValues;
  origin                @Common.ValueListWithFixedValues;
  rule                  @Common.ValueListWithFixedValues;
  priority              @Common.ValueListWithFixedValues;
  faultCategory         @Common.ValueListWithFixedValues;
  patientImpact         @Common.ValueListWithFixedValues;
  deviceClass           @Common.ValueListWithFixedValues;
  intakeHarm            @Common.ValueListWithFixedValues;
  intakePotential       @Common.ValueListWithFixedValues;
  intakeMalfunction     @Common.ValueListWithFixedValues;
  completionHarm        @Common.ValueListWithFixedValues;
  completionPotential   @Common.ValueListWithFixedValues;
  completionMalfunction @Common.ValueListWithFixedValues;
  equipment             @Common.ValueList: {
    CollectionPath: 'Equipment', SearchSupported: true,
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: equipment_ID, ValueListProperty: 'ID' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'serialNumber' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'model' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'siteName' }
    ]
  };
  part                  @Common.ValueList: {
    CollectionPath: 'Parts', SearchSupported: true,
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: part_ID, ValueListProperty: 'ID' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'number' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
};
annotate QualityService.Parts with @cds.search: { number, name };
