using { aftersales.WorkOrderService } from '../../srv';

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
