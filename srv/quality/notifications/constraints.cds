using { aftersales.QualityService } from './notifications';

// What the service sets or derives is read-only for everyone; actions change it.
annotate QualityService.QualityNotifications with @(
  Capabilities.DeleteRestrictions.Deletable: false,
  cds.search: { number, shortText, serialNumber, model, customerName, batch, hostDocument }
) {
  number               @readonly;
  origin               @readonly;
  rule                 @readonly;
  occasion             @readonly;
  isOpen               @readonly;
  catalogProfile       @readonly;
  serialNumber         @readonly;
  model                @readonly;
  manufacturer         @readonly;
  deviceClass          @readonly;
  plant                @readonly;
  customer             @readonly;
  customerName         @readonly;
  country              @readonly;
  postponedReason      @readonly;
  reopenReason         @readonly;
  dismissedReason      @readonly;
  completedAt          @readonly;
  completedBy          @readonly;
  intakeScreenedAt     @readonly;
  intakeScreenedBy     @readonly;
  completionScreenedAt @readonly;
  completionScreenedBy @readonly;
  mayBeReportable      @readonly;
  clockDueAt           @readonly;
  isClockRunning       @readonly;
  clockWarnAt50        @readonly;
  clockWarnAt75        @readonly;
  hostDocument         @readonly;
  hostStatus           @readonly;
  hostMessage          @readonly;
  hostReadAt           @readonly;
  workOrder            @Core.Immutable  @assert.target;
  equipment            @assert.target;
  type                 @mandatory  @assert.target;
  shortText            @mandatory;
  priority             @assert.target;
  part                 @assert.target;
  faultCategory        @assert.target;
  patientImpact        @assert.target;
  intakeHarm           @assert.target;
  intakePotential      @assert.target;
  intakeMalfunction    @assert.target;
  completionHarm       @assert.target;
  completionPotential  @assert.target;
  completionMalfunction @assert.target;
};

annotate QualityService.NotificationItems with @cds.search: { text, batch, serialNumber } {
  position @readonly;
  profile  @readonly;
  quantity @assert: (case when quantity <= 0 then 'QUANTITY_NOT_POSITIVE' end);
  part       @assert.target;
  fittedPart @assert.target;
};
annotate QualityService.NotificationCauses with {
  position @readonly;
  profile  @readonly;
};
annotate QualityService.NotificationTasks with {
  position    @readonly;
  profile     @readonly;
  completedAt @readonly;
  completedBy @readonly;
  result      @readonly;
};
annotate QualityService.NotificationActivities with {
  position @readonly;
  profile  @readonly;
};
annotate QualityService.ComplaintRecords with {
  justifiedBy @readonly;
  justifiedAt @readonly;
  isComplete  @readonly;
  missing     @readonly;
};
annotate QualityService.NotificationRules with @Capabilities.DeleteRestrictions.Deletable: false {
  code             @mandatory;
  name             @mandatory;
  trigger          @mandatory  @assert.target;
  notificationType @mandatory  @assert.target;
  days             @assert.range: [1, 3650];
  patientImpact    @assert.target;
  deviceClass      @assert.target;
  faultCategory    @assert.target;
  resolution       @assert.target;
  priority         @assert.target;
};
