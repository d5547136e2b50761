using { aftersales.WorkOrderService } from '../../srv/work-orders';

// What a page reads anew after a step: status, dates and history change with each of them.
// '*' stands for all properties of the order.

annotate WorkOrderService.WorkOrders with actions {
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.status, in.events, in.technician] }
  assign;
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.status, in.events, in.technician] }
  unassign;
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.status, in.events] }
  release;
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.status, in.events] }
  start;
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.status, in.events, in.holdReason] }
  hold;
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.status, in.events, in.holdReason] }
  resume;
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.status, in.events, in.resolution, in.repairs] }
  complete;
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.status, in.events] }
  accept;
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.status, in.events] }
  close;
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.status, in.events, in.holdReason] }
  cancel;
  @Common.SideEffects: { TargetProperties: ['in/*'], TargetEntities: [in.status, in.events, in.technician] }
  reopen;
  @Common.SideEffects: { TargetEntities: [in.notes, in.events] }
  addNote;
};

// While costs are edited, the amount of a line and the order's total follow.
annotate WorkOrderService.CostItems with @(
  Common.SideEffects #amount: { SourceProperties: [quantity, rate], TargetProperties: ['amount', 'workOrder/costTotal'] }
);
annotate WorkOrderService.WorkOrders with @(
  Common.SideEffects #costs: { SourceEntities: [costItems], TargetProperties: ['costTotal'] }
);
