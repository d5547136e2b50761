using { aftersales.WorkOrderService } from '../../srv/work-orders';
using from './stored';

annotate WorkOrderService.Events with {
  reasonName @title: '{i18n>reason}';
}

// What the service adds to the stored order.
annotate WorkOrderService.WorkOrders with {
  isOverdue       @title: '{i18n>isOverdue}';
  equipmentOrders @title: '{i18n>equipmentOrders}';
}

// The questions that actions ask and that no page labels itself.

annotate WorkOrderService.WorkOrders with actions {
  accept(
    rating  @title: '{i18n>rating}',
    comment @title: '{i18n>comment}'
  );
  addNote(
    text @title: '{i18n>note}'
  );
};

annotate WorkOrderService.intake with (
  channel_code       @title: '{i18n>channel}',
  serialNumber       @title: '{i18n>serialNumber}',
  symptom            @title: '{i18n>symptom}',
  contactName        @title: '{i18n>contactName}',
  contactPhone       @title: '{i18n>contactPhone}',
  contactEmail       @title: '{i18n>contactEmail}',
  department         @title: '{i18n>department}',
  priority_code      @title: '{i18n>priority}',
  executionMode_code @title: '{i18n>executionMode}',
  requestedStart     @title: '{i18n>requestedStart}',
  reference          @title: '{i18n>reference}'
);

annotate WorkOrderService.importHistory with (
  csv     @title: '{i18n>historyFile}',
  mapping @title: '{i18n>columnMapping}'
);

// The same for the questions that actions ask.
annotate WorkOrderService.WorkOrders with actions {
  assign (
    technician_ID @Common.ValueList: {
      CollectionPath: 'Technicians', SearchSupported: true,
      Parameters: [
        { $Type: 'Common.ValueListParameterInOut', LocalDataProperty: technician_ID, ValueListProperty: 'ID' },
        { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'number' },
        { $Type: 'Common.ValueListParameterDisplayOnly', ValueListProperty: 'area_code' },
        { $Type: 'Common.ValueListParameterConstant', ValueListProperty: 'isActive', Constant: true }
      ]
    }  @Common.ValueListWithFixedValues
  );
  hold (
    reason_code @Common.ValueListWithFixedValues  @Common.ValueList: {
      CollectionPath: 'HoldReasons',
      Parameters: [{ $Type: 'Common.ValueListParameterInOut', LocalDataProperty: reason_code, ValueListProperty: 'code' }]
    }
  );
  complete (
    resolution_code @Common.ValueListWithFixedValues  @Common.ValueList: {
      CollectionPath: 'ResolutionCodes',
      Parameters: [{ $Type: 'Common.ValueListParameterInOut', LocalDataProperty: resolution_code, ValueListProperty: 'code' }]
    },
    finalTest_code @Common.ValueListWithFixedValues  @Common.ValueList: {
      CollectionPath: 'FinalTestResults',
      Parameters: [{ $Type: 'Common.ValueListParameterInOut', LocalDataProperty: finalTest_code, ValueListProperty: 'code' }]
    }
  );
  cancel (
    reason_code @Common.ValueListWithFixedValues  @Common.ValueList: {
      CollectionPath: 'CancelReasons',
      Parameters: [{ $Type: 'Common.ValueListParameterInOut', LocalDataProperty: reason_code, ValueListProperty: 'code' }]
    }
  );
  reopen (
    reason_code @Common.ValueListWithFixedValues  @Common.ValueList: {
      CollectionPath: 'ReopenReasons',
      Parameters: [{ $Type: 'Common.ValueListParameterInOut', LocalDataProperty: reason_code, ValueListProperty: 'code' }]
    }
  );
};
