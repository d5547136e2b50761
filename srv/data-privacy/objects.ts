import type { Facts } from './retention'

export type PrivacyObject = 'WorkOrder' | 'Technician' | 'OnCallPerson' | 'Notice' | 'HostMessage'

/**
 * What stands in an element once its value is gone: nothing, dots where it must not be empty, or dots with the row's key where it must
 * be unique as well.
 */
export type Remainder = 'nothing' | 'dots' | 'unique'

/** Rows that hold something of an object. */
export interface Holding {
  entity: string
  /** The element that names the object's row. */
  link: string
  /** Only rows that are so. */
  where?: Record<string, unknown>
  /** Taken out, and kept apart, when the object is blocked. */
  sealed?: Record<string, Remainder>
  /** Taken away besides when it is erased. */
  erased?: Record<string, Remainder>
  /** Rows that go as a whole when it is erased. */
  isDeleted?: true
}

export interface ObjectKind {
  entity: string
  number: string
  columns: string[]
  /** Rows whose work is over: only these end. */
  isOver: Record<string, unknown>
  facts(row: Record<string, any>): Facts
  holdings: Holding[]
}

const day = (value: unknown): string | null => (value ? new Date(value as string).toISOString().slice(0, 10) : null)
const endedOn = (...values: unknown[]): string => day(values.find(Boolean))!

/**
 * What holds personal data, when that ends, and where it is. Figures, costs, quality records and the audit trail are in none of these
 * lists: they stay. See docs/decisions/0020-erasure-and-the-audit-trail.md.
 */
export const OBJECTS: Record<PrivacyObject, ObjectKind> = {
  WorkOrder: {
    entity: 'aftersales.WorkOrders', number: 'number',
    columns: ['orderType_code', 'deviceClass_code', 'country', 'receivedAt', 'completedAt', 'closedAt', 'modifiedAt'],
    isOver: { status_code: { in: ['Closed', 'Cancelled'] } },
    facts: row => ({
      orderType: row.orderType_code, deviceClass: row.deviceClass_code, country: row.country, companyCode: row.companyCode,
      ended: endedOn(row.closedAt, row.modifiedAt), completed: day(row.completedAt), received: day(row.receivedAt)
    }),
    holdings: [
      {
        entity: 'aftersales.WorkOrders', link: 'ID',
        sealed: { contactName: 'nothing', contactPhone: 'nothing', contactEmail: 'nothing', ratingComment: 'nothing' }, erased: { symptom: 'dots', shortText: 'dots' }
      },
      { entity: 'aftersales.Notes', link: 'workOrder_ID', sealed: { text: 'dots' } },
      { entity: 'aftersales.Events', link: 'workOrder_ID', erased: { text: 'nothing' } },
      { entity: 'aftersales.Milestones', link: 'workOrder_ID', sealed: { evidenceText: 'nothing' } },
      { entity: 'aftersales.MilestoneEvents', link: 'workOrder_ID', sealed: { text: 'nothing' } },
      {
        entity: 'aftersales.Notices', link: 'workOrder_ID', where: { customer_ID: { '!=': null } },
        sealed: { recipient: 'unique', subject: 'nothing', body: 'nothing' }
      },
      { entity: 'aftersales.HostMessages', link: 'workOrder_ID', erased: { payload: 'nothing' } },
      { entity: 'aftersales.WorkOrders.attachments', link: 'up__ID', isDeleted: true }
    ]
  },
  Technician: {
    entity: 'aftersales.Technicians', number: 'number', columns: ['country', 'modifiedAt'],
    isOver: { isActive: false },
    facts: row => ({ country: row.country, ended: endedOn(row.modifiedAt) }),
    holdings: [
      {
        entity: 'aftersales.Technicians', link: 'ID', sealed: {
          name: 'dots', userId: 'nothing', email: 'nothing', phone: 'nothing', employeeNumber: 'nothing', homeLatitude: 'nothing', homeLongitude: 'nothing', costRate: 'nothing'
        }
      },
      { entity: 'aftersales.Absences', link: 'technician_ID', sealed: { comment: 'nothing' }, isDeleted: true },
      { entity: 'aftersales.Certificates', link: 'technician_ID', sealed: { number: 'nothing' } },
      { entity: 'aftersales.Trainings', link: 'technician_ID', sealed: { result: 'nothing' } },
      { entity: 'aftersales.TechnicianLanguages', link: 'technician_ID', isDeleted: true },
      { entity: 'aftersales.CustomerPreferences', link: 'technician_ID', sealed: { reason: 'nothing' }, isDeleted: true },
      { entity: 'aftersales.Technicians.attachments', link: 'up__ID', isDeleted: true }
    ]
  },
  OnCallPerson: {
    entity: 'aftersales.OnCallPersons', number: 'ID', columns: ['modifiedAt'],
    // Who is on no shift to come: looked at before each row is touched.
    isOver: {},
    facts: row => ({ ended: endedOn(row.lastShift, row.modifiedAt) }),
    holdings: [{ entity: 'aftersales.OnCallPersons', link: 'ID', sealed: { name: 'dots', userId: 'nothing', email: 'nothing' } }]
  },
  Notice: {
    entity: 'aftersales.Notices', number: 'ID', columns: ['createdAt', 'sentAt'],
    isOver: { state_code: { in: ['Sent', 'Failed'] } },
    facts: row => ({ ended: endedOn(row.sentAt, row.createdAt) }),
    holdings: [{ entity: 'aftersales.Notices', link: 'ID', sealed: { recipient: 'unique', subject: 'nothing', body: 'nothing' } }]
  },
  HostMessage: {
    entity: 'aftersales.HostMessages', number: 'number', columns: ['createdAt', 'confirmedAt'],
    isOver: { state_code: { in: ['Confirmed', 'GivenUp'] } },
    facts: row => ({ ended: endedOn(row.confirmedAt, row.createdAt) }),
    holdings: [{ entity: 'aftersales.HostMessages', link: 'ID', sealed: { payload: 'nothing' } }]
  }
}

export const isObject = (code: unknown): code is PrivacyObject => typeof code === 'string' && code in OBJECTS
