import cds from '@sap/cds'
import { userElements } from './sealing'

/** A person as known: values that are empty are not looked for. */
export interface Subject {
  kind: string
  /** Of the person's own record, or of one order that names the contact. */
  recordID: string
  name: string | null
  email: string | null
  phone: string | null
  userId: string | null
  customer: string | null
}

/** Rows of an entity that hold the person: which, and what of them the person is shown. */
export interface Place { entity: string; why: string; where: object; columns: string[] }

interface Element { name: string; key?: boolean; virtual?: boolean; target?: string; type?: string; _type?: string; isAssociation?: boolean; [annotation: `@${string}`]: unknown }
interface Definition { name: string; kind: string; elements: Record<string, Element>; query?: unknown; projection?: unknown; [annotation: `@${string}`]: unknown }

const PERSONS = { Technician: 'aftersales.Technicians', OnCallPerson: 'aftersales.OnCallPersons' } as Record<string, string>

/** All stored entities that hold the person, as the model tells: own record, references to it, user ids, contact data, and what belongs to the orders that name it. */
export async function placesOf(subject: Subject): Promise<Place[]> {
  const places: Place[] = []
  const record = PERSONS[subject.kind]
  if (record) {
    places.push(place(record, 'record', { ID: subject.recordID }))
    for (const definition of stored()) {
      for (const element of Object.values(definition.elements)) {
        if (element.target === record && hasKey(definition, `${element.name}_ID`)) places.push(place(definition.name, element.name, { [`${element.name}_ID`]: subject.recordID }))
      }
    }
  }
  if (subject.userId) {
    for (const [entity, elements] of [...userElements(), ...TRAILS]) {
      for (const element of elements) if (cds.model!.definitions[entity]) places.push(place(entity, element, { [element]: subject.userId }, [element]))
    }
  }
  if (subject.email) {
    for (const entity of ['aftersales.Customers', 'aftersales.Technicians', 'aftersales.OnCallPersons']) if (entity !== record) places.push(place(entity, 'email', { email: subject.email }))
    places.push(place('aftersales.Notices', 'recipient', { recipient: subject.email }))
  }
  if (subject.kind === 'Contact') {
    const contact = contactCondition(subject)
    places.push(place('aftersales.WorkOrders', 'contact', contact, ['symptom', 'ratingComment', 'customerName']))
    const orders = SELECT.from('aftersales.WorkOrders').columns('ID').where(contact as never)
    for (const entity of ['aftersales.Notes', 'aftersales.Milestones', 'aftersales.MilestoneEvents']) places.push(place(entity, 'order', { workOrder_ID: { in: orders } }))
    places.push(place('aftersales.WorkOrders.attachments', 'order', { up__ID: { in: orders } }, ['filename', 'mimeType', 'createdAt']))
  }
  const known = [subject.name, subject.email, subject.phone, subject.userId].filter(Boolean)
  const sealed = SELECT.distinct.from('aftersales.SealedValues').columns('objectID').where({ value: { in: known } } as never)
  places.push(place('aftersales.SealedValues', 'blocked', { objectID: { in: record ? [subject.recordID] : sealed } }, ['entity', 'rowID', 'element', 'value']))
  return places.filter(({ entity }) => cds.model!.definitions[entity])
}

/** Records of quality, signatures and their trail name the person by the user id, and keep it. */
const TRAILS: [string, string[]][] = [
  ['aftersales.Signatures', ['userId']], ['aftersales.AuditEvents', ['userId']], ['aftersales.CapaCases', ['owner', 'approver', 'closedBy']], ['aftersales.CapaActions', ['owner', 'completedBy', 'confirmedBy']],
  ['aftersales.QualityNotifications', ['owner', 'completedBy', 'intakeScreenedBy', 'completionScreenedBy', 'createdBy']], ['aftersales.NotificationTasks', ['owner', 'completedBy']],
  ['aftersales.ComplaintRecords', ['justifiedBy', 'investigatedBy']], ['aftersales.RegulatoryDecisions', ['decidedBy']], ['aftersales.RegulatoryReports', ['submittedBy']], ['aftersales.CapaEvents', ['userId']],
  ['aftersales.PersonalDataLog', ['userId']]
]

/** By mail or phone; by the name alone only at the same customer, where nothing else is known. */
function contactCondition({ name, email, phone, customer }: Subject): Record<string, unknown> {
  const all = { contactName: name, contactEmail: email, contactPhone: phone } as Record<string, string | null>
  const unique = (['contactEmail', 'contactPhone'] as const).filter(element => all[element])
  if (!unique.length) return { contactName: name, customer_ID: customer }
  const [first, second] = unique
  return second ? { [first]: all[first], or: { [second]: all[second] } } : { [first]: all[first] }
}

function place(entity: string, why: string, where: object, more: string[] = []): Place {
  const { elements = {} } = (cds.model!.definitions[entity] ?? {}) as unknown as Definition
  const shown = Object.values(elements).filter(element => !element.isAssociation && !element.virtual && element._type !== 'cds.LargeBinary' && !element['@Core.MediaType'] &&
    (element.key || /^(number|at|createdAt)$/.test(element.name) || element['@PersonalData.IsPotentiallyPersonal'] || element['@PersonalData.IsPotentiallySensitive'] || more.includes(element.name)))
  // Of a row that only mentions somebody, what it says of others is theirs.
  const own = ['record', 'contact', 'order', 'blocked', 'recipient', 'technician', 'person'].includes(why)
  return { entity, why, where, columns: shown.filter(element => (own && (why === 'record' || !element['@aftersales.userId'])) || element.key || /^(number|at|createdAt)$/.test(element.name) || more.includes(element.name)).map(({ name }) => name) }
}

const stored = (): Definition[] => (Object.values(cds.model!.definitions) as unknown as Definition[]).filter(({ name, kind, query, projection, ...definition }) =>
  kind === 'entity' && !query && !projection && !definition['@cds.persistence.skip'] && name.startsWith('aftersales.') && !/\.(drafts|texts)$/.test(name))

const hasKey = (definition: Definition, name: string) => Boolean(definition.elements[name])
