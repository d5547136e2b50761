using { aftersales.DispatchService } from '../../srv/dispatch';

annotate DispatchService.Technicians with {
  area     @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'ServiceAreas',
    Parameters: [{ $Type: 'Common.ValueListParameterInOut', LocalDataProperty: area_code, ValueListProperty: 'code' }]
  };
  calendar @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'Calendars',
    Parameters: [{ $Type: 'Common.ValueListParameterInOut', LocalDataProperty: calendar_code, ValueListProperty: 'code' }]
  };
};
annotate DispatchService.Calendars with { code @Common: { Text: name, TextArrangement: #TextOnly } };

annotate DispatchService.TechnicianAreas with {
  area @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'ServiceAreas',
    Parameters: [{ $Type: 'Common.ValueListParameterInOut', LocalDataProperty: area_code, ValueListProperty: 'code' }]
  };
};
annotate DispatchService.TechnicianLanguages with { language @Common.ValueListWithFixedValues };
annotate DispatchService.Skills       with { skill @Common.ValueListWithFixedValues };
annotate DispatchService.Certificates with { kind  @Common.ValueListWithFixedValues };
annotate DispatchService.Tools        with { kind  @Common.ValueListWithFixedValues };
annotate DispatchService.Absences     with { kind  @Common.ValueListWithFixedValues };

annotate DispatchService.CertificateModels with {
  model @Common.ValueList: {
    CollectionPath: 'Models',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: model, ValueListProperty: 'model' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'manufacturer' }
    ]
  };
};

annotate DispatchService.WorkRequirements with {
  model         @Common.ValueList: {
    CollectionPath: 'Models',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: model, ValueListProperty: 'model' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'manufacturer' }
    ]
  };
  orderType     @Common.ValueListWithFixedValues;
  faultCategory @Common.ValueListWithFixedValues;
  deviceClass   @Common.ValueListWithFixedValues;
  skill         @Common.ValueListWithFixedValues;
  certificate   @Common.ValueListWithFixedValues;
  tool          @Common.ValueListWithFixedValues;
};

annotate DispatchService.CustomerPreferences with {
  customer   @Common.ValueList: {
    CollectionPath: 'Customers', SearchSupported: true,
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: customer_ID, ValueListProperty: 'ID' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'number' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'city' }
    ]
  };
  technician @Common.ValueList: {
    CollectionPath: 'Technicians', SearchSupported: true,
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: technician_ID, ValueListProperty: 'ID' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'number' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'area_code' }
    ]
  };
};

annotate DispatchService.ExpiringCertificates with {
  horizon_code @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'ExpiryHorizons',
    Parameters: [{ $Type: 'Common.ValueListParameterInOut', LocalDataProperty: horizon_code, ValueListProperty: 'code' }]
  };
  kind         @Common.ValueListWithFixedValues;
  area         @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'ServiceAreas',
    Parameters: [{ $Type: 'Common.ValueListParameterInOut', LocalDataProperty: area_code, ValueListProperty: 'code' }]
  };
};

annotate DispatchService.DueCalibrations with {
  horizon_code @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'ExpiryHorizons',
    Parameters: [{ $Type: 'Common.ValueListParameterInOut', LocalDataProperty: horizon_code, ValueListProperty: 'code' }]
  };
  kind         @Common.ValueListWithFixedValues;
  area         @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'ServiceAreas',
    Parameters: [{ $Type: 'Common.ValueListParameterInOut', LocalDataProperty: area_code, ValueListProperty: 'code' }]
  };
};
