using { aftersales as db } from '../../db';

annotate db.NotificationStatuses with @title: '{i18n>NotificationStatuses}' {
  code        @title: '{i18n>notificationStatus}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position    @title: '{i18n>position}';
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
  isOpen      @title: '{i18n>isOpen}';
}

annotate db.TaskStatuses with @title: '{i18n>TaskStatuses}' {
  code        @title: '{i18n>taskStatus}'  @Common: { Text: name, TextArrangement: #TextOnly };
  position    @title: '{i18n>position}';
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate db.ScreeningAnswers with @title: '{i18n>ScreeningAnswers}' {
  code        @title: '{i18n>ScreeningAnswers}'  @Common: { Text: name, TextArrangement: #TextOnly };
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate db.NotificationOrigins with @title: '{i18n>NotificationOrigins}' {
  code @title: '{i18n>notificationOrigin}'  @Common: { Text: name, TextArrangement: #TextOnly };
}

annotate db.NotificationTriggers with @title: '{i18n>NotificationTriggers}' {
  code     @title: '{i18n>trigger}'  @Common: { Text: name, TextArrangement: #TextOnly };
  usesDays @title: '{i18n>usesDays}';
  position @title: '{i18n>position}';
}

annotate db.FinalTestResults with @title: '{i18n>FinalTestResults}' {
  code        @title: '{i18n>finalTest}'  @Common: { Text: name, TextArrangement: #TextOnly };
  criticality @title: '{i18n>criticality}'  @UI.Hidden;
}

annotate db.WorkOrders with {
  finalTest @title: '{i18n>finalTest}'  @Common: { Text: finalTest.name, TextArrangement: #TextOnly };
}

annotate db.QualityNotifications with @title: '{i18n>QualityNotifications}' {
  ID                    @title: '{i18n>ID}'  @Common: { Text: number, TextArrangement: #TextOnly };
  number                @title: '{i18n>notificationNumber}';
  type                  @title: '{i18n>notificationType}'  @Common: { Text: type.name, TextArrangement: #TextOnly };
  status                @title: '{i18n>notificationStatus}'  @Common: { Text: status.name, TextArrangement: #TextOnly };
  origin                @title: '{i18n>notificationOrigin}'  @Common: { Text: origin.name, TextArrangement: #TextOnly };
  rule                  @title: '{i18n>notificationRule}'  @Common: { Text: rule.name, TextArrangement: #TextOnly };
  occasion              @title: '{i18n>occasion}'  @UI.Hidden;
  shortText             @title: '{i18n>notificationShortText}';
  longText              @title: '{i18n>notificationLongText}'  @UI.MultiLineText;
  priority              @title: '{i18n>priority}'  @Common: { Text: priority.name, TextArrangement: #TextOnly };
  isOpen                @title: '{i18n>isOpen}';
  catalogProfile        @title: '{i18n>catalogProfile}'  @Common: { Text: catalogProfile.name, TextArrangement: #TextOnly };
  workOrder             @title: '{i18n>workOrder}'  @Common: { Text: workOrder.number, TextArrangement: #TextOnly };
  equipment             @title: '{i18n>equipment}'  @Common: { Text: serialNumber, TextArrangement: #TextOnly };
  serialNumber          @title: '{i18n>serialNumber}';
  model                 @title: '{i18n>model}';
  manufacturer          @title: '{i18n>manufacturer}';
  deviceClass           @title: '{i18n>deviceClass}'  @Common: { Text: deviceClass.name, TextArrangement: #TextOnly };
  udi                   @title: '{i18n>udi}';
  plant                 @title: '{i18n>plant}';
  part                  @title: '{i18n>qualityPart}'  @Common: { Text: part.name, TextArrangement: #TextOnly };
  batch                 @title: '{i18n>batch}';
  partSerialNumber      @title: '{i18n>partSerialNumber}';
  customer              @title: '{i18n>customer}'  @Common: { Text: customerName, TextArrangement: #TextOnly };
  customerName          @title: '{i18n>customerName}';
  country               @title: '{i18n>country}';
  supplier              @title: '{i18n>supplier}';
  faultCategory         @title: '{i18n>faultCategory}'  @Common: { Text: faultCategory.name, TextArrangement: #TextOnly };
  patientImpact         @title: '{i18n>patientImpact}'  @Common: { Text: patientImpact.name, TextArrangement: #TextOnly };
  eventDate             @title: '{i18n>eventDate}';
  awareAt               @title: '{i18n>awareAt}';
  reportedOn            @title: '{i18n>reportedOn}';
  requiredEnd           @title: '{i18n>requiredEnd}';
  owner                 @title: '{i18n>notificationOwner}';
  postponedReason       @title: '{i18n>postponedReason}';
  reopenReason          @title: '{i18n>notificationReopenReason}';
  dismissedReason       @title: '{i18n>dismissedReason}';
  completedAt           @title: '{i18n>completedAt}';
  completedBy           @title: '{i18n>completedBy}';
  intakeHarm            @title: '{i18n>intakeHarm}'  @Common: { Text: intakeHarm.name, TextArrangement: #TextOnly };
  intakePotential       @title: '{i18n>intakePotential}'  @Common: { Text: intakePotential.name, TextArrangement: #TextOnly };
  intakeMalfunction     @title: '{i18n>intakeMalfunction}'  @Common: { Text: intakeMalfunction.name, TextArrangement: #TextOnly };
  intakeScreenedAt      @title: '{i18n>intakeScreenedAt}';
  intakeScreenedBy      @title: '{i18n>intakeScreenedBy}';
  completionHarm        @title: '{i18n>completionHarm}'  @Common: { Text: completionHarm.name, TextArrangement: #TextOnly };
  completionPotential   @title: '{i18n>completionPotential}'  @Common: { Text: completionPotential.name, TextArrangement: #TextOnly };
  completionMalfunction @title: '{i18n>completionMalfunction}'  @Common: { Text: completionMalfunction.name, TextArrangement: #TextOnly };
  completionScreenedAt  @title: '{i18n>completionScreenedAt}';
  completionScreenedBy  @title: '{i18n>completionScreenedBy}';
  mayBeReportable       @title: '{i18n>mayBeReportable}';
  clockDueAt            @title: '{i18n>clockDueAt}';
  isClockRunning        @title: '{i18n>isClockRunning}';
  clockWarnAt50         @title: '{i18n>clockWarnAt50}'  @UI.Hidden;
  clockWarnAt75         @title: '{i18n>clockWarnAt75}'  @UI.Hidden;
  complaint             @title: '{i18n>complaint}';
  items                 @title: '{i18n>notificationItems}';
  tasks                 @title: '{i18n>notificationTasks}';
  activities            @title: '{i18n>notificationActivities}';
  attachments           @title: '{i18n>notificationAttachments}';
  hostDocument          @title: '{i18n>hostDocument}';
  hostStatus            @title: '{i18n>hostQualityState}';
  hostMessage           @title: '{i18n>hostMessage}';
  hostReadAt            @title: '{i18n>readFromHostAt}';
}

annotate db.NotificationItems with @title: '{i18n>NotificationItems}' {
  ID              @title: '{i18n>ID}'  @UI.Hidden;
  notification    @title: '{i18n>notification}'  @Common: { Text: notification.number, TextArrangement: #TextOnly };
  profile         @title: '{i18n>catalogProfile}'  @UI.Hidden;
  position        @title: '{i18n>itemPosition}';
  text            @title: '{i18n>notificationShortText}';
  defectGroup     @title: '{i18n>defectGroup}'  @Common: { Text: defect.group.name, TextArrangement: #TextOnly };
  defectCode      @title: '{i18n>defectCode}'  @Common: { Text: defect.name, TextArrangement: #TextOnly };
  defect          @title: '{i18n>defect}';
  objectPartGroup @title: '{i18n>objectPartGroup}'  @Common: { Text: objectPart.group.name, TextArrangement: #TextOnly };
  objectPartCode  @title: '{i18n>objectPartCode}'  @Common: { Text: objectPart.name, TextArrangement: #TextOnly };
  objectPart      @title: '{i18n>objectPart}';
  locationGroup   @title: '{i18n>locationGroup}'  @Common: { Text: location.group.name, TextArrangement: #TextOnly };
  locationCode    @title: '{i18n>locationCode}'  @Common: { Text: location.name, TextArrangement: #TextOnly };
  location        @title: '{i18n>defectLocation}';
  quantity        @title: '{i18n>quantity}'  @Measures.Unit: unit;
  unit            @title: '{i18n>unit}';
  part            @title: '{i18n>qualityPart}'  @Common: { Text: part.name, TextArrangement: #TextOnly };
  batch           @title: '{i18n>batch}';
  serialNumber    @title: '{i18n>partSerialNumber}';
  fittedPart      @title: '{i18n>fittedPart}';
  causes          @title: '{i18n>notificationCauses}';
}

annotate db.NotificationCauses with @title: '{i18n>NotificationCauses}' {
  ID          @title: '{i18n>ID}'  @UI.Hidden;
  profile     @title: '{i18n>catalogProfile}'  @UI.Hidden;
  item        @title: '{i18n>notificationItem}'  @Common: { Text: item.text, TextArrangement: #TextOnly };
  position    @title: '{i18n>itemPosition}';
  causeGroup  @title: '{i18n>causeGroup}'  @Common: { Text: cause.group.name, TextArrangement: #TextOnly };
  causeCode   @title: '{i18n>causeCode}'  @Common: { Text: cause.name, TextArrangement: #TextOnly };
  cause       @title: '{i18n>cause}';
  text        @title: '{i18n>causeText}';
  isRootCause @title: '{i18n>isRootCause}';
}

annotate db.NotificationTasks with @title: '{i18n>NotificationTasks}' {
  ID           @title: '{i18n>ID}'  @UI.Hidden;
  notification @title: '{i18n>notification}'  @Common: { Text: notification.number, TextArrangement: #TextOnly };
  profile      @title: '{i18n>catalogProfile}'  @UI.Hidden;
  position     @title: '{i18n>itemPosition}';
  taskGroup    @title: '{i18n>taskGroup}'  @Common: { Text: task.group.name, TextArrangement: #TextOnly };
  taskCode     @title: '{i18n>taskCode}'  @Common: { Text: task.name, TextArrangement: #TextOnly };
  task         @title: '{i18n>qualityTask}';
  text         @title: '{i18n>notificationLongText}';
  status       @title: '{i18n>taskStatus}'  @Common: { Text: status.name, TextArrangement: #TextOnly };
  owner        @title: '{i18n>taskOwner}';
  dueDate      @title: '{i18n>dueDate}';
  completedAt  @title: '{i18n>completedAt}';
  completedBy  @title: '{i18n>completedBy}';
  result       @title: '{i18n>taskResult}';
}

annotate db.NotificationActivities with @title: '{i18n>NotificationActivities}' {
  ID            @title: '{i18n>ID}'  @UI.Hidden;
  notification  @title: '{i18n>notification}'  @Common: { Text: notification.number, TextArrangement: #TextOnly };
  profile       @title: '{i18n>catalogProfile}'  @UI.Hidden;
  position      @title: '{i18n>itemPosition}';
  activityGroup @title: '{i18n>activityGroup}'  @Common: { Text: activity.group.name, TextArrangement: #TextOnly };
  activityCode  @title: '{i18n>activityCode}'  @Common: { Text: activity.name, TextArrangement: #TextOnly };
  activity      @title: '{i18n>qualityActivity}';
  text          @title: '{i18n>notificationLongText}';
  performedAt   @title: '{i18n>performedAt}';
}

annotate db.ComplaintRecords with @title: '{i18n>ComplaintRecords}' {
  ID                    @title: '{i18n>ID}'  @UI.Hidden;
  notification          @title: '{i18n>notification}'  @Common: { Text: notification.number, TextArrangement: #TextOnly };
  receivedOn            @title: '{i18n>receivedOn}';
  complainantRole       @title: '{i18n>complainantRole}';
  complainantReference  @title: '{i18n>complainantReference}';
  nature                @title: '{i18n>complaintNature}'  @UI.MultiLineText;
  deviceAvailable       @title: '{i18n>deviceAvailable}';
  deviceReturnedOn      @title: '{i18n>deviceReturnedOn}';
  isInvestigationNeeded @title: '{i18n>isInvestigationNeeded}';
  justification         @title: '{i18n>complaintJustification}'  @UI.MultiLineText;
  justifiedBy           @title: '{i18n>justifiedBy}';
  justifiedAt           @title: '{i18n>justifiedAt}';
  investigation         @title: '{i18n>investigation}'  @UI.MultiLineText;
  investigatedOn        @title: '{i18n>investigatedOn}';
  investigatedBy        @title: '{i18n>investigatedBy}';
  result                @title: '{i18n>investigationResult}'  @UI.MultiLineText;
  correctiveAction      @title: '{i18n>complaintAction}'  @UI.MultiLineText;
  reply                 @title: '{i18n>complaintReply}'  @UI.MultiLineText;
  repliedOn             @title: '{i18n>repliedOn}';
  isComplete            @title: '{i18n>complaintComplete}';
  missing               @title: '{i18n>complaintMissing}';
}

annotate db.NotificationRules with @title: '{i18n>NotificationRules}' {
  code             @title: '{i18n>notificationRule}'  @Common: { Text: name, TextArrangement: #TextOnly };
  trigger          @title: '{i18n>trigger}'  @Common: { Text: trigger.name, TextArrangement: #TextOnly };
  notificationType @title: '{i18n>notificationType}'  @Common: { Text: notificationType.name, TextArrangement: #TextOnly };
  days             @title: '{i18n>triggerDays}';
  patientImpact    @title: '{i18n>patientImpact}'  @Common: { Text: patientImpact.name, TextArrangement: #TextOnly };
  deviceClass      @title: '{i18n>deviceClass}'  @Common: { Text: deviceClass.name, TextArrangement: #TextOnly };
  model            @title: '{i18n>model}';
  faultCategory    @title: '{i18n>faultCategory}'  @Common: { Text: faultCategory.name, TextArrangement: #TextOnly };
  resolution       @title: '{i18n>resolution}'  @Common: { Text: resolution.name, TextArrangement: #TextOnly };
  priority         @title: '{i18n>priority}'  @Common: { Text: priority.name, TextArrangement: #TextOnly };
  isActive         @title: '{i18n>isActive}';
  position         @title: '{i18n>position}';
}
