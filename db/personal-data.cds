namespace aftersales;

using { aftersales as db } from './work-orders';
using { aftersales as replication } from './replication';
using { aftersales as levels } from './service-levels';

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
