using { aftersales as db } from '../../db';

// Value helps show names. Small code lists open as a drop-down; people, equipment and customers as a searchable table.

annotate db.WorkOrderStatuses    with @UI.PresentationVariant #valueHelp: { SortOrder: [{ Property: position }] };

annotate db.WorkOrders with {
  status              @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'WorkOrderStatuses', PresentationVariantQualifier: 'valueHelp',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: status_code, ValueListProperty: 'code' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
  channel             @Common.ValueListWithFixedValues;
  orderType           @Common.ValueListWithFixedValues;
  faultCategory       @Common.ValueListWithFixedValues;
  urgency             @Common.ValueListWithFixedValues;
  patientImpact       @Common.ValueListWithFixedValues;
  priority            @Common.ValueListWithFixedValues;
  executionMode       @Common.ValueListWithFixedValues;
  warrantyStatus      @Common.ValueListWithFixedValues;
  accountingIndicator @Common.ValueListWithFixedValues;
  holdReason          @Common.ValueListWithFixedValues;
  resolution          @Common.ValueListWithFixedValues;
  predecessorRelation @Common.ValueListWithFixedValues;
  deviceClass         @Common.ValueListWithFixedValues;
  finalTest           @Common.ValueListWithFixedValues;
  importance          @Common.ValueListWithFixedValues;
  technician          @Common.ValueList: {
    CollectionPath: 'Technicians', SearchSupported: true,
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: technician_ID, ValueListProperty: 'ID' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'number' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'area_code' },
      { $Type: 'Common.ValueListParameterConstant', ValueListProperty: 'isActive', Constant: true }
    ]
  };
  serviceArea         @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'ServiceAreas',
    Parameters: [{ $Type: 'Common.ValueListParameterInOut', LocalDataProperty: serviceArea_code, ValueListProperty: 'code' }]
  };
  customer            @Common.ValueList: {
    CollectionPath: 'Customers', SearchSupported: true,
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: customer_ID, ValueListProperty: 'ID' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'number' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'city' }
    ]
  };
  // An earlier order of the same equipment.
  predecessor         @Common.ValueList: {
    CollectionPath: 'Repairs',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: predecessor_ID, ValueListProperty: 'ID' },
      { $Type: 'Common.ValueListParameterIn', LocalDataProperty: equipment_ID, ValueListProperty: 'equipment_ID' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'number' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'shortText' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'receivedAt' }
    ]
  };
  serialNumber        @Common.ValueList: {
    CollectionPath: 'Equipment', SearchSupported: true,
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: serialNumber, ValueListProperty: 'serialNumber' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'model' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'siteName' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'department' }
    ]
  };
};

annotate db.CostItems with {
  type                @Common.ValueListWithFixedValues;
  accountingIndicator @Common.ValueListWithFixedValues;
};

annotate db.HostMessageStates with @UI.PresentationVariant #valueHelp: { SortOrder: [{ Property: position }] };

annotate db.HostMessages with {
  kind                @Common.ValueListWithFixedValues;
  state               @Common.ValueListWithFixedValues  @Common.ValueList: {
    CollectionPath: 'HostMessageStates', PresentationVariantQualifier: 'valueHelp',
    Parameters: [
      { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: state_code, ValueListProperty: 'code' },
      { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'name' }
    ]
  };
};

annotate db.ReplicationObjects with @UI.PresentationVariant #valueHelp: { SortOrder: [{ Property: position }] };

annotate db.ReplicationRuns with {
  object @Common.ValueListWithFixedValues;
  mode   @Common.ValueListWithFixedValues;
  state  @Common.ValueListWithFixedValues;
};

// What search looks at in the tables of the value helps.
annotate db.Technicians with @cds.search: { name, number, area.name };

annotate db.Customers   with @cds.search: { name, number, city };

annotate db.Equipment   with @cds.search: { serialNumber, number, name, model, siteName, department };
