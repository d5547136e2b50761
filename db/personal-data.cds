namespace aftersales;

using { aftersales as db } from './work-orders';
using { aftersales as replication } from './replication';
using { aftersales as levels } from './service-levels';
using { aftersales as warnings } from './warnings';
using { aftersales as chains } from './milestones';
using { aftersales as dispatch } from './dispatch';

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
}

annotate db.Notes with @PersonalData: { EntitySemantics: 'Other' } {
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
}
