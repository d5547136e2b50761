namespace aftersales;

using { aftersales as db } from './work-orders';
using { aftersales as replication } from './replication';
using { aftersales as levels } from './service-levels';
using { aftersales as warnings } from './warnings';
using { aftersales as chains } from './milestones';

// What may tell who a person is: read by audit logging, kept out of change tracking.

annotate db.Technicians with @PersonalData: { EntitySemantics: 'DataSubject', DataSubjectRole: 'Technician' } {
  ID     @PersonalData.FieldSemantics: 'DataSubjectID';
  name   @PersonalData.IsPotentiallyPersonal;
  userId @PersonalData.IsPotentiallyPersonal;
  email  @PersonalData.IsPotentiallyPersonal;
  phone  @PersonalData.IsPotentiallyPersonal;
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
