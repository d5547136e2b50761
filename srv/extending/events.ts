/** What an order's event carries: the type of the history's entry, since several actions lead to the same status. */
export interface Happened {
  ID: string
  event: string
  reason?: string
  promisedAt?: string | null
  /** Told together with others by `WorkOrders.<status>` as well: whoever listens to that leaves this one. */
  isOneOfMany?: true
}

/** Which fields of an order somebody has changed. */
export interface Changed { ID: string; fields: string[] }

/** What became of a document for the host. `entity` and `ID` of the cause are of the row that asked for it. */
export interface Told {
  ID: string
  number: string
  kind: string
  cause: { entity: string | null; ID: string }
  workOrder_ID: string | null
}

export type WorkOrderStatus = 'New' | 'Released' | 'Assigned' | 'InProgress' | 'OnHold' | 'Completed' | 'Accepted' | 'Closed' | 'Cancelled'

/** Events that an installation may follow, each with its data, by service. See docs/extending.md. */
export interface Events {
  'aftersales.WorkOrderService':
    & { [Status in WorkOrderStatus as `WorkOrder.${Status}`]: Happened }
    & { [Status in WorkOrderStatus as `WorkOrders.${Status}`]: { happened: Happened[] } }
    & { 'WorkOrder.Changed': Changed; 'WorkOrder.CostsChanged': { IDs: string[] } }
  'aftersales.SparePartsService': {
    'Reservation.Changed': { ID: string }
    'Reservation.ExpectedDateChanged': { ID: string; workOrder_ID: string; expectedAt: string | null; partsAt: string | null }
  }
  'aftersales.QualityService': { 'QualityNotification.Raised': { ID: string }; 'QualityNotification.Changed': { ID: string } }
  'aftersales.FinanceService': { 'CostPosting.Changed': { ID: string; kind: string; state: string; workOrder_ID: string | null; accrualRun_ID: string | null } }
  'aftersales.HostErpService': {
    'HostMessage.Confirmed': Told & { document?: string }
    'HostMessage.NeedsAttention': Told & { code?: string; text?: string; isRefusal?: boolean }
    'HostMessage.GivenUp': Told & { reason?: string }
  }
}
