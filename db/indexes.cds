namespace aftersales;

using { aftersales as db } from './work-orders';
using { aftersales as host } from './host-erp';
using { aftersales as replication } from './replication';
using { aftersales as levels } from './service-levels';
using { aftersales as warnings } from './warnings';
using { aftersales as chains } from './milestones';
using { aftersales as dispatch } from './dispatch';
using { aftersales as plans } from './plans';
using { aftersales as parts } from './spare-parts';
using { aftersales as capa } from './capa';
using { aftersales as quality } from './quality';
using { aftersales as trends } from './quality-trends';
using { aftersales as qualityHost } from './quality-host';
using { aftersales as qualityDocuments } from './quality-documents';
using { aftersales as regulation } from './regulation';
using { aftersales as audit } from './audit';
using { aftersales as finance } from './finance';
using { aftersales as rules } from './finance-rules';
using { aftersales as postings } from './finance-postings';

/**
 * Secondary indexes. CDS has no portable syntax for them; `cds-plugin.js` turns this
 * annotation into CREATE INDEX statements (SQLite, PostgreSQL) and .hdbindex files (HANA).
 */
annotate db.WorkOrders with @assert.unique: { intake: [intakeKey], number: [number] } @aftersales.indexes: [
  // With all that the views "mine" and "overdue" and the technicians' row rule look at.
  ['isOpen', 'promisedAt', 'technician_ID', 'createdBy', 'promisePausedAt'],
  ['promisedAt'],
  ['status_code', 'promisedAt'],
  ['technician_ID', 'isOpen', 'promisedAt'],
  ['equipment_ID', 'receivedAt'],
  ['customer_ID'],
  ['priority_code', 'promisedAt'],
  ['receivedAt'],
  // Earlier repairs of the same fault and model.
  ['faultCategory_code', 'model', 'completedAt']
];
annotate db.CostItems with @aftersales.indexes: [['workOrder_ID']];
annotate db.Notes     with @aftersales.indexes: [['workOrder_ID', 'createdAt']];
annotate db.Events    with @assert.unique: { step: [workOrder, sequence] };
annotate db.Customers with @assert.unique: { number: [number] };
annotate db.Products  with @assert.unique: { number: [number] };
annotate db.Equipment with @assert.unique: { number: [number] } @aftersales.indexes: [['serialNumber'], ['customer_ID'], ['parent_ID'], ['parentNumber']];
annotate db.WorkOrders.attachments with @aftersales.indexes: [['up__ID']];
annotate host.HostMessages with @assert.unique: { key: [idempotencyKey], number: [number] } @aftersales.indexes: [
  ['state_code', 'dueAt'],
  ['workOrder_ID', 'number'],
  ['dependsOn_ID'],
  ['confirmedAt']
];
annotate replication.ReplicationRuns    with @assert.unique: { claim: [claim] } @aftersales.indexes: [['object_code', 'startedAt']];
annotate replication.ReplicationRejects with @aftersales.indexes: [['run_ID', 'number']];
annotate levels.Holidays     with @assert.unique: { day: [region, day] };
annotate levels.Agreements   with @assert.unique: { number: [number] } @aftersales.indexes: [['customer_ID'], ['serviceContract']];
annotate levels.AgreementTargets   with @assert.unique: { clock: [agreement, clock] };
annotate levels.AgreementPauses    with @aftersales.indexes: [['agreement_ID']];
annotate levels.AgreementTerms     with @aftersales.indexes: [['agreement_ID']];
annotate levels.CalendarSpans      with @aftersales.indexes: [['calendar_code']];
annotate levels.CalendarExceptions with @aftersales.indexes: [['calendar_code']];
annotate levels.CalendarVersions   with @aftersales.indexes: [['revision']];
annotate levels.Clocks       with @assert.unique: { kind: [workOrder, kind] } @aftersales.indexes: [['status_code', 'dueAt']];
annotate levels.ClockEvents  with @assert.unique: { step: [clock, sequence] } @aftersales.indexes: [['workOrder_ID']];
annotate chains.MilestoneTemplates with @assert.unique: { number: [number] };
annotate chains.TemplateMilestones with @assert.unique: { kind: [template, kind] };
annotate chains.MilestoneChains    with @assert.unique: { workOrder: [workOrder] };
annotate chains.Milestones         with @assert.unique: { kind: [chain, kind] } @aftersales.indexes: [['workOrder_ID'], ['status_code', 'dueAt']];
annotate chains.MilestoneEvents    with @assert.unique: { step: [milestone, sequence] } @aftersales.indexes: [['workOrder_ID']];
annotate chains.Shipments          with @assert.unique: { number: [carrier, number, leg] } @aftersales.indexes: [['workOrder_ID'], ['milestone_ID']];
annotate chains.ShipmentEvents     with @assert.unique: { step: [shipment, sequence] };
annotate warnings.Warnings     with @aftersales.indexes: [['state_code', 'fireAt'], ['escalateAt'], ['clock_ID'], ['workOrder_ID']];
annotate warnings.OnCallShifts with @aftersales.indexes: [['endsAt', 'startsAt']];
annotate warnings.Notices      with @assert.unique: { matter: [matter, recipient, channel] } @aftersales.indexes: [
  ['state_code', 'sendAfter'],
  ['workOrder_ID', 'createdAt'],
  ['recipient', 'channel_code', 'createdAt']
];
annotate dispatch.Technicians         with @assert.unique: { number: [number], user: [userId] } @aftersales.indexes: [['area_code']];
annotate dispatch.ServiceAreaPlaces   with @aftersales.indexes: [['area_code']];
annotate dispatch.CustomerPreferences with @assert.unique: { pair: [customer, technician] } @aftersales.indexes: [['technician_ID']];
annotate dispatch.TechnicianAreas     with @assert.unique: { area: [technician, area] };
annotate dispatch.Skills              with @aftersales.indexes: [['technician_ID']];
annotate dispatch.Certificates        with @aftersales.indexes: [['technician_ID'], ['validTo']];
annotate dispatch.CertificateModels   with @assert.unique: { model: [certificate, model] };
annotate dispatch.Trainings           with @aftersales.indexes: [['technician_ID']];
annotate dispatch.Absences            with @aftersales.indexes: [['technician_ID', 'startsAt']];
annotate dispatch.Tools               with @aftersales.indexes: [['technician_ID'], ['calibrationDue']];
annotate dispatch.TechnicianLanguages with @assert.unique: { language: [technician, language] };
annotate dispatch.TechnicianRepairs   with @aftersales.indexes: [['technician_ID', 'model', 'faultCategory']];
annotate dispatch.Technicians.attachments with @aftersales.indexes: [['up__ID']];
annotate dispatch.MatchingChanges     with @aftersales.indexes: [['number']];
annotate dispatch.Assignments         with @aftersales.indexes: [
  ['workOrder_ID', 'state_code'],
  ['technician_ID', 'plannedEnd'],
  ['state_code', 'answerBy'],
  ['plannedEnd']
];
annotate dispatch.AssignmentFactors   with @aftersales.indexes: [['assignment_ID']];
annotate plans.Plans        with @assert.unique: { number: [number], busyArea: [busyArea] } @aftersales.indexes: [['state_code', 'leaseUntil']];
annotate plans.PlanVisits   with @aftersales.indexes: [['plan_ID', 'technician_ID', 'plannedStart'], ['workOrder_ID']];
annotate plans.PlanUnserved with @aftersales.indexes: [['plan_ID']];
annotate parts.Reservations  with @assert.unique: { number: [number] } @aftersales.indexes: [
  ['workOrder_ID', 'requestKey'],
  ['part_ID', 'state_code'],
  ['state_code', 'expiresAt'],
  ['alertLevel', 'neededAt'],
  ['transfer_ID']
];
annotate parts.PartMovements with @assert.unique: { line: [reservation, sequence] } @aftersales.indexes: [['hostMessage_ID'], ['part_ID', 'at']];
annotate parts.FittedParts   with @aftersales.indexes: [
  ['equipment_ID', 'serialNumber'],
  // Who else has it?
  ['part_ID', 'batch', 'fittedAt'],
  ['part_ID', 'serialNumber'],
  ['batch'],
  ['fittedBy_ID'],
  ['removedBy_ID']
];
annotate parts.StockTransfers  with @assert.unique: { number: [number] } @aftersales.indexes: [['state_code', 'plant', 'storageLocation'], ['part_ID'], ['reservation_ID'], ['workOrder_ID']];
annotate parts.WarrantyReturns with @assert.unique: { number: [number] } @aftersales.indexes: [['state_code'], ['workOrder_ID'], ['reservation_ID']];
annotate parts.PartStocks    with @aftersales.indexes: [['plant', 'storageLocation', 'part_ID'], ['isStale']];
annotate parts.StockPlaces   with @aftersales.indexes: [['technician_ID']];
annotate parts.Substitutes   with @assert.unique: { pair: [part, substitute, model] } @aftersales.indexes: [['substitute_ID']];
annotate parts.SubstitutionRequests with @aftersales.indexes: [['reservation_ID', 'state_code'], ['state_code', 'requestedAt']];
annotate parts.Requisitions  with @assert.unique: { number: [number] } @aftersales.indexes: [['reservation_ID'], ['hostRequisition'], ['state_code', 'modifiedAt']];
annotate parts.PartAlerts    with @aftersales.indexes: [['level']];
annotate qualityHost.HostQualityObjects with @aftersales.indexes: [['document'], ['isAnnounced']];
annotate qualityHost.HostRemarks        with @aftersales.indexes: [['notification_ID', 'readAt']];
annotate qualityDocuments.QualityDocuments with @assert.unique: { version: [number, version], print: [object, objectID, kind, language, version] } @aftersales.indexes: [['objectID', 'createdAt']];
annotate trends.TrendSignals with @assert.unique: { number: [number], week: [dimension, value, week] } @aftersales.indexes: [['state_code', 'week']];
annotate trends.TrendSeries  with @aftersales.indexes: [['state_code'], ['lastSignal_ID']];
annotate trends.PartBatches  with @aftersales.indexes: [['supplier'], ['batch']];
annotate quality.QualityNotifications with @assert.unique: { number: [number], occasion: [occasion] } @aftersales.indexes: [
  // With all that the worklist's views look at.
  ['isOpen', 'requiredEnd', 'owner', 'status_code', 'origin_code'],
  ['owner', 'isOpen'],
  ['isClockRunning', 'clockDueAt'],
  ['status_code', 'reportedOn'],
  ['workOrder_ID'],
  ['equipment_ID', 'reportedOn'],
  ['customer_ID'],
  ['part_ID', 'batch'],
  ['batch'],
  ['model', 'reportedOn'],
  ['reportedOn'],
  ['createdAt'],
  ['supplier', 'reportedOn'],
  ['hostDocument']
];
annotate quality.NotificationItems      with @aftersales.indexes: [['notification_ID'], ['part_ID', 'batch'], ['fittedPart_ID'], ['defectGroup', 'defectCode']];
annotate quality.NotificationCauses     with @aftersales.indexes: [['item_ID'], ['causeGroup', 'causeCode']];
annotate quality.NotificationTasks      with @aftersales.indexes: [['notification_ID'], ['owner', 'status_code', 'dueDate']];
annotate quality.NotificationActivities with @aftersales.indexes: [['notification_ID']];
annotate quality.ComplaintRecords       with @assert.unique: { notification: [notification] };
annotate quality.QualityNotifications.attachments with @aftersales.indexes: [['up__ID']];
annotate capa.CapaCases           with @assert.unique: { number: [number] } @aftersales.indexes: [['isOpen', 'dueDate'], ['owner', 'isOpen']];
annotate capa.CapaNotifications   with @aftersales.indexes: [['notification_ID']];
annotate capa.CapaActions         with @aftersales.indexes: [['capa_ID', 'cycle'], ['owner', 'status_code']];
annotate capa.CapaCauses          with @aftersales.indexes: [['capa_ID', 'cycle'], ['parent_ID']];
annotate capa.CapaEvents          with @assert.unique: { step: [capa, sequence] };
annotate capa.EffectivenessChecks with @assert.unique: { cycle: [capa, cycle] };
annotate capa.EffectivenessScopes with @aftersales.indexes: [['check_ID']];
annotate capa.CountedFailures     with @aftersales.indexes: [['check_ID']];
annotate capa.CapaExtensions      with @aftersales.indexes: [['capa_ID', 'state_code']];

// The due list reads what is open by what is due; the round looks for what is due and not warned of.
annotate regulation.RegulatoryDecisions    with @assert.unique: { step: [notification, authority, sequence] } @aftersales.indexes: [['isCurrent', 'state_code']];
annotate regulation.RegulatoryReports      with @assert.unique: { number: [number] } @aftersales.indexes: [['notification_ID'], ['status_code', 'dueAt'], ['decision_ID']];
annotate regulation.RegulatoryWarnings     with @assert.unique: { level: [report, level] } @aftersales.indexes: [['notification_ID'], ['raisedAt']];
annotate regulation.DeviceMarkets          with @aftersales.indexes: [['manufacturer', 'model']];
annotate audit.AuditEvents with @assert.unique: { step: [object, objectID, sequence] } @aftersales.indexes: [['at'], ['userId', 'at']];
annotate audit.Signatures  with @aftersales.indexes: [['objectID', 'signedAt']];

// Pulls go by change number, exports by when a row came; the chart's months and models are read without the table.
annotate finance.RepairCosts with @assert.unique: { share: [costItem, share, correction] } @aftersales.indexes: [
  ['changeNumber'],
  ['createdAt', 'ID'],
  ['month', 'model', 'companyCodeCurrency_code', 'companyCodeAmount'],
  ['companyCode', 'fiscalYear', 'fiscalPeriod'],
  ['workOrder_ID'],
  ['state_code', 'workOrder_ID'],
  ['posting_ID'],
  ['equipment_ID', 'performedOn'],
  ['customer_ID', 'performedOn'],
  ['warrantyReturn_ID']
];
annotate finance.OrderFinances with @aftersales.indexes: [['state_code'], ['companyCode'], ['currentPosting_ID']];
annotate finance.PlannedCosts  with @aftersales.indexes: [['order_workOrder_ID']];
annotate postings.CostPostings with @assert.unique: { number: [number] } @aftersales.indexes: [
  ['workOrder_ID'],
  ['state_code', 'createdAt'],
  ['companyCode', 'postingDate'],
  ['createdAt'],
  ['reversalOf_ID'],
  ['accrualRun_ID']
];
annotate postings.CostPostingLines     with @assert.unique: { line: [posting, line] } @aftersales.indexes: [['repairCost_ID'], ['document_ID']];
annotate postings.CostPostingDocuments with @assert.unique: { position: [posting, position] } @aftersales.indexes: [['hostMessage_ID'], ['costItem_ID']];
annotate postings.BillingRequests      with @assert.unique: { number: [number] } @aftersales.indexes: [['workOrder_ID'], ['state_code', 'createdAt'], ['hostMessage_ID']];
annotate postings.BillingRequestItems  with @aftersales.indexes: [['request_ID'], ['repairCost_ID']];
annotate postings.AccrualRuns          with @aftersales.indexes: [['companyCode', 'fiscalYear', 'fiscalPeriod']];
annotate postings.AccrualItems         with @aftersales.indexes: [['run_ID'], ['repairCost_ID']];
annotate rules.ActivityRates           with @aftersales.indexes: [['companyCode_code', 'activityType', 'validFrom']];
annotate rules.CoverageShares          with @aftersales.indexes: [['rule_ID']];
