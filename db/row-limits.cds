using { aftersales as db } from './work-orders';
using from './plans';
using from './host-erp';
using from './service-levels';
using from './warnings';
using from './milestones';
using from './forecasts';
using from './spare-parts';
using from './part-planning';
using from './quality';
using from './regulation';
using from './finance';
using from './finance-postings';

/*
 * Whoever has the attribute `plant` or `serviceArea` sees orders of those plants and areas alone, and of what hangs on orders that of visible ones: see docs/access.md.
 * `limits` says which element an attribute is compared with, `ofOrder` the way from a row to its order. Services' views inherit both; srv/row-limits.ts applies them.
 */
annotate db.WorkOrders with @(
  aftersales.limits : { plant: 'plant', serviceArea: 'serviceArea_code' },
  aftersales.ofOrder: 'ID'
);
annotate db.CostItems              with @aftersales.ofOrder: 'workOrder.ID';
annotate db.Notes                  with @aftersales.ofOrder: 'workOrder.ID';
annotate db.Events                 with @aftersales.ofOrder: 'workOrder.ID';
annotate db.WorkOrders.attachments with @aftersales.ofOrder: 'up_.ID';

annotate db.Assignments            with @aftersales.ofOrder: 'workOrder.ID';
annotate db.AssignmentFactors      with @aftersales.ofOrder: 'assignment.workOrder.ID';
// A plan is an area's; people's records are not narrowed, as they help out elsewhere.
annotate db.Plans                  with @aftersales.limits: { serviceArea: 'area_code' };
annotate db.PlanFigures            with @aftersales.limits: { serviceArea: 'plan.area_code' };
annotate db.PlanVisits             with @aftersales.ofOrder: 'workOrder.ID';
annotate db.PlanUnserved           with @aftersales.ofOrder: 'workOrder.ID';

annotate db.HostMessages           with @aftersales.ofOrder: 'workOrder.ID';

annotate db.Clocks                 with @aftersales.ofOrder: 'workOrder.ID';
annotate db.ClockEvents            with @aftersales.ofOrder: 'workOrder.ID';
annotate db.Warnings               with @aftersales.ofOrder: 'workOrder.ID';
annotate db.Notices                with @aftersales.ofOrder: 'workOrder.ID';
annotate db.BreachForecasts        with @aftersales.ofOrder: 'workOrder.ID';
annotate db.MilestoneChains        with @aftersales.ofOrder: 'workOrder.ID';
annotate db.Milestones             with @aftersales.ofOrder: 'workOrder.ID';
annotate db.MilestoneEvents        with @aftersales.ofOrder: 'workOrder.ID';
annotate db.Shipments              with @aftersales.ofOrder: 'workOrder.ID';
annotate db.ShipmentEvents         with @aftersales.ofOrder: 'shipment.workOrder.ID';

annotate db.Reservations           with @aftersales.ofOrder: 'workOrder.ID';
annotate db.PartMovements          with @aftersales.ofOrder: 'reservation.workOrder.ID';
annotate db.FittedParts            with @aftersales.ofOrder: 'fittedBy.ID';
annotate db.SubstitutionRequests   with @aftersales.ofOrder: 'reservation.workOrder.ID';
annotate db.StockTransfers         with @aftersales.ofOrder: 'workOrder.ID';
annotate db.Requisitions           with @aftersales.ofOrder: 'reservation.workOrder.ID';
annotate db.WarrantyReturns        with @aftersales.ofOrder: 'workOrder.ID';

// Cases, trends and traces are about products, wherever these are.
annotate db.QualityNotifications             with @aftersales.ofOrder: 'workOrder.ID';
annotate db.QualityNotifications.attachments with @aftersales.ofOrder: 'up_.workOrder.ID';
annotate db.NotificationItems                with @aftersales.ofOrder: 'notification.workOrder.ID';
annotate db.NotificationCauses               with @aftersales.ofOrder: 'item.notification.workOrder.ID';
annotate db.NotificationTasks                with @aftersales.ofOrder: 'notification.workOrder.ID';
annotate db.NotificationActivities           with @aftersales.ofOrder: 'notification.workOrder.ID';
annotate db.ComplaintRecords                 with @aftersales.ofOrder: 'notification.workOrder.ID';
annotate db.RegulatoryDecisions              with @aftersales.ofOrder: 'notification.workOrder.ID';
annotate db.RegulatoryReports                with @aftersales.ofOrder: 'notification.workOrder.ID';
annotate db.RegulatoryReportFields           with @aftersales.ofOrder: 'report.notification.workOrder.ID';
annotate db.RegulatoryWarnings               with @aftersales.ofOrder: 'notification.workOrder.ID';
annotate db.HostRemarks                      with @aftersales.ofOrder: 'notification.workOrder.ID';

// What is printed and signed names its object: these hang on orders.
annotate db.QualityDocuments                 with @aftersales.ofObjects: ['QualityNotifications', 'RegulatoryReports'];
annotate db.Signatures                       with @aftersales.ofObjects: ['QualityNotifications', 'RegulatoryReports'];

annotate db.RepairCosts            with @aftersales.ofOrder: 'workOrder.ID';
annotate db.CostPostings           with @aftersales.ofOrder: 'workOrder.ID';
annotate db.CostPostingLines       with @aftersales.ofOrder: 'posting.workOrder.ID';
annotate db.CostPostingDocuments   with @aftersales.ofOrder: 'posting.workOrder.ID';
annotate db.BillingRequests        with @aftersales.ofOrder: 'workOrder.ID';
annotate db.BillingRequestItems    with @aftersales.ofOrder: 'request.workOrder.ID';
annotate db.AccrualItems           with @aftersales.ofOrder: 'workOrder.ID';
annotate db.OrderFinances          with @aftersales.ofOrder: 'workOrder.ID';
annotate db.PlannedCosts           with @aftersales.ofOrder: 'order.workOrder.ID';
