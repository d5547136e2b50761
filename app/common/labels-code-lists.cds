using { aftersales as db } from '../../db';

// People read names, never codes: a filter or a drop-down shows the text of the code alone.

annotate db.WorkOrderStatuses with @title: '{i18n>WorkOrderStatuses}' {
  code        @title: '{i18n>status}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position    @title: '{i18n>position}';
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
  isOpen      @title: '{i18n>isOpen}';
}
annotate db.Channels with @title: '{i18n>Channels}' {
  code @title: '{i18n>channel}'  @Common: { Text: name, TextArrangement: #TextOnly };
}
annotate db.ExecutionModes with @title: '{i18n>ExecutionModes}' {
  code @title: '{i18n>executionMode}'  @Common: { Text: name, TextArrangement: #TextOnly };
}
annotate db.Priorities with @title: '{i18n>Priorities}' {
  code        @title: '{i18n>priority}'  @Common: { Text: name, TextArrangement: #TextOnly };
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
  targetHours @title: '{i18n>targetHours}';
}
annotate db.Urgencies with @title: '{i18n>Urgencies}' {
  code        @title: '{i18n>urgency}'  @Common: { Text: name, TextArrangement: #TextOnly };
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}
annotate db.PatientImpacts with @title: '{i18n>PatientImpacts}' {
  code        @title: '{i18n>patientImpact}'  @Common: { Text: name, TextArrangement: #TextOnly };
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}
annotate db.EquipmentImportances with @title: '{i18n>EquipmentImportances}' {
  code        @title: '{i18n>importance}'  @Common: { Text: name, TextArrangement: #TextOnly };
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}
annotate db.DeviceClasses with @title: '{i18n>DeviceClasses}' {
  code             @title: '{i18n>deviceClass}'  @Common: { Text: name, TextArrangement: #TextOnly };
  isMedical        @title: '{i18n>isMedical}';
  requiresTestData @title: '{i18n>requiresTestData}';
  requiresUdi      @title: '{i18n>requiresUdi}';
}
annotate db.FaultCategories with @title: '{i18n>FaultCategories}' {
  code                 @title: '{i18n>faultCategory}'  @Common: { Text: name, TextArrangement: #TextOnly };
  urgency              @title: '{i18n>urgency}';
  defaultExecutionMode @title: '{i18n>defaultExecutionMode}';
}
annotate db.WarrantyStatuses with @title: '{i18n>WarrantyStatuses}' {
  code        @title: '{i18n>warrantyStatus}'  @Common: { Text: name, TextArrangement: #TextOnly };
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}
annotate db.AccountingIndicators with @title: '{i18n>AccountingIndicators}' {
  code @title: '{i18n>accountingIndicator}'  @Common: { Text: name, TextArrangement: #TextOnly };
}
annotate db.ResolutionCodes with @title: '{i18n>ResolutionCodes}' {
  code  @title: '{i18n>resolution}'  @Common: { Text: name, TextArrangement: #TextOnly };
  isFix @title: '{i18n>isFix}';
}
annotate db.CostTypes with @title: '{i18n>CostTypes}' {
  code @title: '{i18n>costType}'  @Common: { Text: name, TextArrangement: #TextOnly };
}
annotate db.OrderTypes with @title: '{i18n>OrderTypes}' {
  code @title: '{i18n>orderType}'  @Common: { Text: name, TextArrangement: #TextOnly };
}
annotate db.HoldReasons with @title: '{i18n>HoldReasons}' {
  code @title: '{i18n>holdReason}'  @Common: { Text: name, TextArrangement: #TextOnly };
  tellsCustomer @title: '{i18n>tellsCustomer}';
}
annotate db.CancelReasons with @title: '{i18n>CancelReasons}' {
  code @title: '{i18n>reason}'  @Common: { Text: name, TextArrangement: #TextOnly };
}
annotate db.ReopenReasons with @title: '{i18n>ReopenReasons}' {
  code @title: '{i18n>reason}'  @Common: { Text: name, TextArrangement: #TextOnly };
}
annotate db.PredecessorRelations with @title: '{i18n>PredecessorRelations}' {
  code @title: '{i18n>predecessorRelation}'  @Common: { Text: name, TextArrangement: #TextOnly };
}
annotate db.EventTypes with @title: '{i18n>EventTypes}' {
  code @title: '{i18n>eventType}'  @Common: { Text: name, TextArrangement: #TextOnly };
}
