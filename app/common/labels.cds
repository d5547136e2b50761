using { aftersales as db } from '../../db';
using from './labels-master-data';
using from './labels-code-lists';

// Every field and every association has a label: without one, people would read "status_code".

annotate db.EquipmentSnapshot with {
  serialNumber       @title: '{i18n>serialNumber}';
  model              @title: '{i18n>model}';
  manufacturer       @title: '{i18n>manufacturer}';
  udiDI              @title: '{i18n>udiDI}';
  deviceClass        @title: '{i18n>deviceClass}';
  importance         @title: '{i18n>importance}';
  plant              @title: '{i18n>plant}';
  functionalLocation @title: '{i18n>functionalLocation}';
  siteName           @title: '{i18n>siteName}';
  customerName       @title: '{i18n>customerName}';
}

annotate db.WorkOrders with @title: '{i18n>WorkOrders}' {
  ID                  @title: '{i18n>id}';
  number              @title: '{i18n>workOrderNumber}';
  intakeKey           @title: '{i18n>intakeKey}';
  reference           @title: '{i18n>reference}';
  channel             @title: '{i18n>channel}';
  orderType           @title: '{i18n>orderType}';
  status              @title: '{i18n>status}';
  previousStatus      @title: '{i18n>previousStatus}';
  eventCount          @title: '{i18n>eventCount}';
  isOpen              @title: '{i18n>isOpen}';
  equipment           @title: '{i18n>equipment}';
  customer            @title: '{i18n>customer}';
  department          @title: '{i18n>department}';
  shortText           @title: '{i18n>shortText}';
  symptom             @title: '{i18n>symptom}';
  faultCategory       @title: '{i18n>faultCategory}';
  urgency             @title: '{i18n>urgency}';
  patientImpact       @title: '{i18n>patientImpact}';
  priority            @title: '{i18n>priority}';
  executionMode       @title: '{i18n>executionMode}';
  warrantyStatus      @title: '{i18n>warrantyStatus}';
  accountingIndicator @title: '{i18n>accountingIndicator}';
  contactName         @title: '{i18n>contactName}';
  contactPhone        @title: '{i18n>contactPhone}';
  contactEmail        @title: '{i18n>contactEmail}';
  receivedAt          @title: '{i18n>receivedAt}';
  requestedStart      @title: '{i18n>requestedStart}';
  promisedAt          @title: '{i18n>promisedAt}';
  promisePausedAt     @title: '{i18n>promisePausedAt}';
  technician          @title: '{i18n>technician}';
  plannedStart        @title: '{i18n>plannedStart}';
  releasedAt          @title: '{i18n>releasedAt}';
  startedAt           @title: '{i18n>startedAt}';
  completedAt         @title: '{i18n>completedAt}';
  acceptedAt          @title: '{i18n>acceptedAt}';
  closedAt            @title: '{i18n>closedAt}';
  holdReason          @title: '{i18n>holdReason}';
  resolution          @title: '{i18n>resolution}';
  summary             @title: '{i18n>summary}';
  rootCauseHint       @title: '{i18n>rootCauseHint}';
  testData            @title: '{i18n>testData}';
  udi                 @title: '{i18n>udi}';
  downtimeMinutes     @title: '{i18n>downtimeMinutes}';
  firstTimeFix        @title: '{i18n>firstTimeFix}';
  remoteFix           @title: '{i18n>remoteFix}';
  reopenCount         @title: '{i18n>reopenCount}';
  rating              @title: '{i18n>rating}';
  ratingComment       @title: '{i18n>ratingComment}';
  repeatOf            @title: '{i18n>repeatOf}';
  predecessor         @title: '{i18n>predecessor}';
  predecessorRelation @title: '{i18n>predecessorRelation}';
  costTotal           @title: '{i18n>costTotal}';
  costItems           @title: '{i18n>CostItems}';
  attachments         @title: '{i18n>attachments}';
  notes               @title: '{i18n>ServiceNotes}';
  events              @title: '{i18n>HistoryEvents}';
}

annotate db.CostItems with @title: '{i18n>CostItems}' {
  ID                  @title: '{i18n>id}';
  workOrder           @title: '{i18n>workOrder}';
  type                @title: '{i18n>costType}';
  description         @title: '{i18n>costDescription}';
  quantity            @title: '{i18n>quantity}';
  unit                @title: '{i18n>unit}';
  rate                @title: '{i18n>rate}';
  amount              @title: '{i18n>amount}';
  accountingIndicator @title: '{i18n>accountingIndicator}';
  performedOn         @title: '{i18n>performedOn}';
}

annotate db.Notes with @title: '{i18n>ServiceNotes}' {
  ID        @title: '{i18n>id}';
  workOrder @title: '{i18n>workOrder}';
  text      @title: '{i18n>text}';
  createdAt @title: '{i18n>createdAt}';
  createdBy @title: '{i18n>createdBy}';
}

annotate db.Events with @title: '{i18n>HistoryEvents}' {
  ID         @title: '{i18n>id}';
  workOrder  @title: '{i18n>workOrder}';
  sequence   @title: '{i18n>sequence}';
  type       @title: '{i18n>eventType}';
  at         @title: '{i18n>eventAt}';
  userId     @title: '{i18n>userId}';
  fromStatus @title: '{i18n>fromStatus}';
  toStatus   @title: '{i18n>toStatus}';
  reason     @title: '{i18n>reason}';
  text       @title: '{i18n>text}';
  holdReason   @title: '{i18n>reason}';
  cancelReason @title: '{i18n>reason}';
  reopenReason @title: '{i18n>reason}';
  resolution   @title: '{i18n>reason}';
}

annotate db.FaultRules with @title: '{i18n>FaultRules}' {
  ID            @title: '{i18n>id}';
  language      @title: '{i18n>language}';
  keyword       @title: '{i18n>keyword}';
  faultCategory @title: '{i18n>faultCategory}';
  patientImpact @title: '{i18n>patientImpact}';
  weight        @title: '{i18n>weight}';
}

annotate db.PriorityRules with @title: '{i18n>PriorityRules}' {
  urgency       @title: '{i18n>urgency}';
  importance    @title: '{i18n>importance}';
  patientImpact @title: '{i18n>patientImpact}';
  priority      @title: '{i18n>priority}';
}

annotate db.NumberRanges with @title: '{i18n>NumberRanges}' {
  object @title: '{i18n>numberObject}';
  prefix @title: '{i18n>numberPrefix}';
  digits @title: '{i18n>numberDigits}';
  last   @title: '{i18n>numberLast}';
}
