namespace aftersales;

using { aftersales as db } from './work-orders';
using { aftersales as replication } from './replication';
using { aftersales as levels } from './service-levels';
using { aftersales as warnings } from './warnings';
using { aftersales as chains } from './milestones';
using { aftersales as dispatch } from './dispatch';
using { aftersales as quality } from './quality';
using { aftersales as trends } from './quality-trends';
using { aftersales as qualityDocuments } from './quality-documents';
using { aftersales as capa } from './capa';
using { aftersales as regulation } from './regulation';
using { aftersales as audit } from './audit';
using { aftersales as finance } from './finance';
using { aftersales as parts } from './spare-parts';
using { aftersales as planning } from './part-planning';
using { aftersales as plans } from './plans';
using { aftersales as host } from './host-erp';

// What may tell who a person is: read by audit logging, kept out of change tracking.

annotate dispatch.Technicians with @PersonalData: { EntitySemantics: 'DataSubject', DataSubjectRole: 'Technician' } {
  ID     @PersonalData.FieldSemantics: 'DataSubjectID';
  name   @PersonalData.IsPotentiallyPersonal;
  userId @PersonalData.IsPotentiallyPersonal;
  email  @PersonalData.IsPotentiallyPersonal;
  phone  @PersonalData.IsPotentiallyPersonal;
  employeeNumber   @PersonalData.IsPotentiallyPersonal;
  homeLatitude     @PersonalData.IsPotentiallySensitive;
  homeLongitude    @PersonalData.IsPotentiallySensitive;
  costRate         @PersonalData.IsPotentiallySensitive;
  acceptanceRate   @PersonalData.IsPotentiallyPersonal;
  ratingAverage    @PersonalData.IsPotentiallyPersonal;
  ratingCount      @PersonalData.IsPotentiallyPersonal;
  repairCount      @PersonalData.IsPotentiallyPersonal;
  firstTimeFixRate @PersonalData.IsPotentiallyPersonal;
}

// Why somebody is away can tell of their health.
annotate dispatch.Absences with @PersonalData: { EntitySemantics: 'DataSubjectDetails' } {
  technician @PersonalData.FieldSemantics: 'DataSubjectID';
  kind       @PersonalData.IsPotentiallySensitive;
  startsAt   @PersonalData.IsPotentiallyPersonal;
  endsAt     @PersonalData.IsPotentiallyPersonal;
  comment    @PersonalData.IsPotentiallySensitive;
}

annotate dispatch.Skills with @PersonalData: { EntitySemantics: 'DataSubjectDetails' } {
  technician @PersonalData.FieldSemantics: 'DataSubjectID';
  skill      @PersonalData.IsPotentiallyPersonal;
  level      @PersonalData.IsPotentiallyPersonal;
}

annotate dispatch.Certificates with @PersonalData: { EntitySemantics: 'DataSubjectDetails' } {
  technician @PersonalData.FieldSemantics: 'DataSubjectID';
  number     @PersonalData.IsPotentiallyPersonal;
}

annotate dispatch.Trainings with @PersonalData: { EntitySemantics: 'DataSubjectDetails' } {
  technician @PersonalData.FieldSemantics: 'DataSubjectID';
  result     @PersonalData.IsPotentiallyPersonal;
}

annotate dispatch.TechnicianLanguages with @PersonalData: { EntitySemantics: 'DataSubjectDetails' } {
  technician @PersonalData.FieldSemantics: 'DataSubjectID';
  language   @PersonalData.IsPotentiallyPersonal;
}

annotate dispatch.TechnicianRepairs with @PersonalData: { EntitySemantics: 'Other' } {
  technician     @PersonalData.FieldSemantics: 'DataSubjectID';
  minutes        @PersonalData.IsPotentiallyPersonal;
  isFirstTimeFix @PersonalData.IsPotentiallyPersonal;
  rating         @PersonalData.IsPotentiallyPersonal;
}

annotate dispatch.TechnicianPerformance with @PersonalData: { EntitySemantics: 'Other' } {
  technician     @PersonalData.FieldSemantics: 'DataSubjectID';
  repairs        @PersonalData.IsPotentiallyPersonal;
  firstTimeFixes @PersonalData.IsPotentiallyPersonal;
  minutes        @PersonalData.IsPotentiallyPersonal;
}

annotate dispatch.CustomerPreferences with @PersonalData: { EntitySemantics: 'Other' } {
  technician @PersonalData.FieldSemantics: 'DataSubjectID';
  reason     @PersonalData.IsPotentiallyPersonal;
}

annotate db.WorkOrders with @PersonalData: { EntitySemantics: 'Other' } {
  technician   @PersonalData.FieldSemantics: 'DataSubjectID';
  contactName  @PersonalData.IsPotentiallyPersonal;
  contactPhone @PersonalData.IsPotentiallyPersonal;
  contactEmail @PersonalData.IsPotentiallyPersonal;
  ratingComment @PersonalData.IsPotentiallyPersonal;
}

annotate db.Notes with @PersonalData: { EntitySemantics: 'Other' } {
  text      @PersonalData.IsPotentiallyPersonal;
  createdBy @PersonalData.IsPotentiallyPersonal;
}

annotate db.Events with @PersonalData: { EntitySemantics: 'Other' } {
  userId @PersonalData.IsPotentiallyPersonal;
}

annotate levels.CalendarVersions with @PersonalData: { EntitySemantics: 'Other' } {
  userId @PersonalData.IsPotentiallyPersonal;
}

annotate levels.ClockEvents with @PersonalData: { EntitySemantics: 'Other' } {
  userId @PersonalData.IsPotentiallyPersonal;
}

annotate db.Customers with @PersonalData: { EntitySemantics: 'Other' } {
  email @PersonalData.IsPotentiallyPersonal;
  phone @PersonalData.IsPotentiallyPersonal;
}

annotate replication.ReplicationRuns with @PersonalData: { EntitySemantics: 'Other' } {
  startedBy @PersonalData.IsPotentiallyPersonal;
}

// Who signed is entered as the evidence.
annotate chains.Milestones with @PersonalData: { EntitySemantics: 'Other' } {
  evidenceText @PersonalData.IsPotentiallyPersonal;
}

annotate chains.MilestoneEvents with @PersonalData: { EntitySemantics: 'Other' } {
  text   @PersonalData.IsPotentiallyPersonal;
  userId @PersonalData.IsPotentiallyPersonal;
}

annotate chains.ShipmentEvents with @PersonalData: { EntitySemantics: 'Other' } {
  userId @PersonalData.IsPotentiallyPersonal;
}

annotate warnings.OnCallPersons with @PersonalData: { EntitySemantics: 'DataSubject', DataSubjectRole: 'OnCallPerson' } {
  ID     @PersonalData.FieldSemantics: 'DataSubjectID';
  name   @PersonalData.IsPotentiallyPersonal;
  userId @PersonalData.IsPotentiallyPersonal;
  email  @PersonalData.IsPotentiallyPersonal;
}

annotate warnings.Warnings with @PersonalData: { EntitySemantics: 'Other' } {
  person         @PersonalData.FieldSemantics: 'DataSubjectID';
  acknowledgedBy @PersonalData.IsPotentiallyPersonal;
  handedOverBy   @PersonalData.IsPotentiallyPersonal;
}

annotate warnings.Notices with @PersonalData: { EntitySemantics: 'Other' } {
  person    @PersonalData.FieldSemantics: 'DataSubjectID';
  recipient @PersonalData.IsPotentiallyPersonal;
  subject   @PersonalData.IsPotentiallyPersonal;
  body      @PersonalData.IsPotentiallyPersonal;
}

annotate qualityDocuments.QualityDocuments with @PersonalData: { EntitySemantics: 'Other' } {
  createdBy @PersonalData.IsPotentiallyPersonal;
}

annotate trends.TrendSignals with @PersonalData: { EntitySemantics: 'Other' } {
  decidedBy @PersonalData.IsPotentiallyPersonal;
}

annotate quality.QualityNotifications with @PersonalData: { EntitySemantics: 'Other' } {
  owner                @PersonalData.IsPotentiallyPersonal;
  completedBy          @PersonalData.IsPotentiallyPersonal;
  intakeScreenedBy     @PersonalData.IsPotentiallyPersonal;
  completionScreenedBy @PersonalData.IsPotentiallyPersonal;
}

annotate quality.NotificationTasks with @PersonalData: { EntitySemantics: 'Other' } {
  owner       @PersonalData.IsPotentiallyPersonal;
  completedBy @PersonalData.IsPotentiallyPersonal;
}

annotate quality.ComplaintRecords with @PersonalData: { EntitySemantics: 'Other' } {
  complainantReference @PersonalData.IsPotentiallyPersonal;
  justifiedBy          @PersonalData.IsPotentiallyPersonal;
  investigatedBy       @PersonalData.IsPotentiallyPersonal;
}

annotate capa.CapaCases with @PersonalData: { EntitySemantics: 'Other' } {
  owner @PersonalData.IsPotentiallyPersonal;
  approver @PersonalData.IsPotentiallyPersonal;
  closedBy @PersonalData.IsPotentiallyPersonal;
}

annotate capa.CapaNotifications with @PersonalData: { EntitySemantics: 'Other' } {
  addedBy @PersonalData.IsPotentiallyPersonal;
}

annotate capa.CapaCycles with @PersonalData: { EntitySemantics: 'Other' } {
  verifiedBy @PersonalData.IsPotentiallyPersonal;
  implementedBy @PersonalData.IsPotentiallyPersonal;
}

annotate capa.CapaParticipants with @PersonalData: { EntitySemantics: 'Other' } {
  userId @PersonalData.IsPotentiallyPersonal;
}

annotate capa.CapaEvents with @PersonalData: { EntitySemantics: 'Other' } {
  userId @PersonalData.IsPotentiallyPersonal;
}

annotate capa.CapaActions with @PersonalData: { EntitySemantics: 'Other' } {
  owner @PersonalData.IsPotentiallyPersonal;
  completedBy @PersonalData.IsPotentiallyPersonal;
  confirmedBy @PersonalData.IsPotentiallyPersonal;
}

annotate capa.EffectivenessChecks with @PersonalData: { EntitySemantics: 'Other' } {
  measuredBy @PersonalData.IsPotentiallyPersonal;
  decidedBy @PersonalData.IsPotentiallyPersonal;
}

annotate capa.CapaExtensions with @PersonalData: { EntitySemantics: 'Other' } {
  requestedBy @PersonalData.IsPotentiallyPersonal;
  decidedBy @PersonalData.IsPotentiallyPersonal;
}

annotate regulation.RegulatoryDecisions with @PersonalData: { EntitySemantics: 'Other' } {
  decidedBy @PersonalData.IsPotentiallyPersonal;
}

annotate regulation.RegulatoryReports with @PersonalData: { EntitySemantics: 'Other' } {
  submittedBy @PersonalData.IsPotentiallyPersonal;
}

// Age and sex of a patient are entered where the authority asks for them.
annotate regulation.RegulatoryReportFields with @PersonalData: { EntitySemantics: 'Other' } {
  value @PersonalData.IsPotentiallySensitive;
}

annotate regulation.RegulatoryWarnings with @PersonalData: { EntitySemantics: 'Other' } {
  acknowledgedBy @PersonalData.IsPotentiallyPersonal;
}

annotate audit.AuditEvents with @PersonalData: { EntitySemantics: 'Other' } {
  userId @PersonalData.IsPotentiallyPersonal;
}

annotate audit.Signatures with @PersonalData: { EntitySemantics: 'Other' } {
  userId      @PersonalData.IsPotentiallyPersonal;
  printedName @PersonalData.IsPotentiallyPersonal;
}

annotate audit.SignatureAttempts with @PersonalData: { EntitySemantics: 'Other' } {
  userId @PersonalData.IsPotentiallyPersonal;
}

// What the host is asked for names whose hours are confirmed.
annotate host.HostMessages with @PersonalData: { EntitySemantics: 'Other' } {
  payload    @PersonalData.IsPotentiallyPersonal;
  actingUser @PersonalData.IsPotentiallyPersonal;
  givenUpBy  @PersonalData.IsPotentiallyPersonal;
}

annotate finance.RepairCosts with @PersonalData: { EntitySemantics: 'Other' } {
  technicianNumber @PersonalData.IsPotentiallyPersonal;
}

// A visit is called after who comes.
annotate finance.PlannedCosts with @PersonalData: { EntitySemantics: 'Other' } {
  description @PersonalData.IsPotentiallyPersonal;
}

// A van is called after its technician, and stands where that person lives.
annotate parts.StockPlaces with @PersonalData: { EntitySemantics: 'Other' } {
  technician @PersonalData.FieldSemantics: 'DataSubjectID';
  latitude   @PersonalData.IsPotentiallySensitive;
  longitude  @PersonalData.IsPotentiallySensitive;
}

annotate parts.PartMovements with @PersonalData: { EntitySemantics: 'Other' } {
  userId @PersonalData.IsPotentiallyPersonal;
}

annotate parts.SubstitutionRequests with @PersonalData: { EntitySemantics: 'Other' } {
  requestedBy @PersonalData.IsPotentiallyPersonal;
  decidedBy   @PersonalData.IsPotentiallyPersonal;
}

annotate planning.VanStocks with @PersonalData: { EntitySemantics: 'Other' } {
  technician    @PersonalData.FieldSemantics: 'DataSubjectID';
  lastCountedBy @PersonalData.IsPotentiallyPersonal;
}

annotate planning.VanCounts with @PersonalData: { EntitySemantics: 'Other' } {
  countedBy @PersonalData.IsPotentiallyPersonal;
}

annotate plans.Plans with @PersonalData: { EntitySemantics: 'Other' } {
  publishedBy @PersonalData.IsPotentiallyPersonal;
}

annotate dispatch.Assignments with @PersonalData: { EntitySemantics: 'Other' } {
  technician @PersonalData.FieldSemantics: 'DataSubjectID';
  comment    @PersonalData.IsPotentiallyPersonal;
}

annotate dispatch.TechnicianAreas with @PersonalData: { EntitySemantics: 'Other' } {
  technician @PersonalData.FieldSemantics: 'DataSubjectID';
}

annotate dispatch.Tools with @PersonalData: { EntitySemantics: 'Other' } {
  technician @PersonalData.FieldSemantics: 'DataSubjectID';
}
