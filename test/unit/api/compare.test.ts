import { compare } from '../../api/compare'
import type { EntitySurface, Surface } from '../../api/surface'

const entity = (changes: Partial<EntitySurface> = {}): EntitySurface => ({
  changes: ['CREATE', 'UPDATE', 'DELETE'],
  grants: { READ: ['Auditor', 'Dispatcher'], WRITE: ['Dispatcher'], hold: ['Dispatcher'] },
  fields: {
    ID: 'key UUID', number: 'String(10) read-only', text: 'String(80)', price: 'Decimal(15,2)', dueAt: 'Timestamp not null required',
    kind: 'String(3) of [PM1 PM2]', customer: 'to s.Customers', items: 'many to s.Items'
  },
  operations: { hold: { kind: 'action', parameters: { reason: 'String(20) required', note: 'String(200)' }, result: 's.Orders' } },
  ...changes
})

const surface = (changes: Partial<EntitySurface> = {}): Surface => ({
  services: {
    s: {
      path: '/odata/v4/s', roles: ['Auditor', 'Dispatcher'],
      entities: { Orders: entity(changes) },
      operations: { intake: { kind: 'action', parameters: { symptom: 'String(100)' }, result: { ID: 'UUID', number: 'String(10)' } } },
      events: { 'Order.Late': { order_ID: 'UUID', dueAt: 'Timestamp' } }
    }
  },
  database: { 'aftersales.Orders': { kind: 'table', fields: { ID: 'key UUID required', text: 'String(80)' } } },
  security: { scopes: ['Auditor', 'Dispatcher'], attributes: ['plant'], roleTemplates: ['Dispatcher'], roleCollections: ['Dispatching'] },
  folders: ['srv/dispatch'],
  extensions: { matchingFactor: 'function(factor: MatchingFactor): void' }
})

const fields = (changes: Record<string, string | undefined>): Partial<EntitySurface> => ({
  fields: Object.fromEntries(Object.entries({ ...entity().fields, ...changes }).filter((field): field is [string, string] => !!field[1]))
})
const after = (change: (surface: Surface) => void) => {
  const changed = surface()
  change(changed)
  return changed
}

const BROKEN: [what: string, after: Surface, sentence: string][] = [
  ['a service is gone', after(s => { delete s.services.s }), 's (service) was removed or renamed.'],
  ['a service moves', after(s => { s.services.s.path = '/s' }), 's was served at /odata/v4/s and is at /s.'],
  ['a role loses a service', after(s => { s.services.s.roles = ['Dispatcher'] }), 's: Auditor may no longer use it.'],
  ['an entity is gone', after(s => { s.services.s.entities = {} }), 's.Orders (entity) was removed or renamed.'],
  ['an entity can no longer be deleted', surface({ changes: ['CREATE', 'UPDATE'] }), 's.Orders: the change DELETE is gone.'],
  ['a role loses reading', surface({ grants: { READ: ['Dispatcher'], '*': ['Dispatcher'] } }), 's.Orders: Auditor may no longer READ.'],
  ['a role loses writing', surface({ grants: { READ: ['Auditor', 'Dispatcher'], hold: ['Dispatcher'] } }), 's.Orders: Dispatcher may no longer CREATE, UPDATE, DELETE.'],
  ['a field is gone', surface(fields({ text: undefined })), 's.Orders.text was removed or renamed.'],
  ['a field is renamed', surface(fields({ text: undefined, shortText: 'String(80)' })), 's.Orders.text was removed or renamed.'],
  ['a length shrinks', surface(fields({ text: 'String(79)' })), 's.Orders.text was 80 and is narrower: 79.'],
  ['a precision shrinks', surface(fields({ price: 'Decimal(13,2)' })), 's.Orders.price was 15,2 and is narrower: 13,2.'],
  ['a scale takes digits from the front', surface(fields({ price: 'Decimal(15,3)' })), 's.Orders.price was 15,2 and is narrower: 15,3.'],
  ['a type changes', surface(fields({ dueAt: 'Date not null required' })), 's.Orders.dueAt was Timestamp and is Date.'],
  ['an association leads elsewhere', surface(fields({ customer: 'to s.Partners' })), 's.Orders.customer was to s.Customers and is to s.Partners.'],
  ['an association to many is to one', surface(fields({ items: 'to s.Items' })), 's.Orders.items was many and is one.'],
  ['the key changes', surface(fields({ number: 'key String(10) read-only' })), 's.Orders: the key was ID and is ID, number.'],
  ['a field must newly be given', surface(fields({ text: 'String(80) required' })), 's.Orders.text must newly be given.'],
  ['a field may no longer be empty', surface(fields({ text: 'String(80) not null' })), 's.Orders.text may no longer be without a value.'],
  ['a field may newly be empty', surface(fields({ dueAt: 'Timestamp' })), 's.Orders.dueAt always had a value and may now have none.'],
  ['a field can no longer be written', surface(fields({ text: 'String(80) read-only' })), 's.Orders.text can no longer be written.'],
  ['a new field must be given', surface(fields({ plant: 'String(4) required' })), 's.Orders.plant is new and must be given.'],
  ['an allowed value is gone', surface(fields({ kind: 'String(3) of [PM1]' })), 's.Orders.kind no longer has the value PM2.'],
  ['a field newly takes some values only', surface(fields({ text: 'String(80) of [a b]' })), 's.Orders.text newly takes only a, b.'],
  ['a bound action is gone', surface({ operations: {} }), 's.Orders.hold (operation) was removed or renamed.'],
  ['an action is gone', after(s => { s.services.s.operations = {} }), 's.intake (operation) was removed or renamed.'],
  ['an action becomes a function', after(s => { s.services.s.operations.intake.kind = 'function' }), 's.intake was an action and is a function.'],
  ['a parameter is gone', after(s => { s.services.s.operations.intake.parameters = {} }), 's.intake (parameters).symptom was removed or renamed.'],
  ['a parameter shrinks', after(s => { s.services.s.operations.intake.parameters.symptom = 'String(50)' }), 's.intake (parameters).symptom was 100 and is narrower: 50.'],
  ['a new parameter must be given', after(s => { s.services.s.operations.intake.parameters.plant = 'String(4) required' }), 's.intake (parameters).plant is new and must be given.'],
  ['a parameter must newly be given', after(s => { s.services.s.operations.intake.parameters.symptom = 'String(100) required' }), 's.intake (parameters).symptom must newly be given.'],
  ['a field of a result is gone', after(s => { s.services.s.operations.intake.result = { ID: 'UUID' } }), 's.intake (result).number was removed or renamed.'],
  ['a result is gone', after(s => { s.services.s.operations.intake.result = null }), 's.intake: returns nothing any more.'],
  ['a result has another form', after(s => { s.services.s.operations.intake.result = 'String' }), 's.intake: its result has another form.'],
  ['an event is gone', after(s => { s.services.s.events = {} }), 's.Order.Late (event) was removed or renamed.'],
  ['a field of an event is gone', after(s => { delete s.services.s.events['Order.Late'].dueAt }), 's.Order.Late.dueAt was removed or renamed.'],
  ['a table is gone', after(s => { s.database = {} }), 'aftersales.Orders (table or view) was removed or renamed.'],
  ['a table becomes a view', after(s => { s.database['aftersales.Orders'].kind = 'view' }), 'aftersales.Orders was a table and is a view: its rows would be left behind.'],
  ['a column is gone', after(s => { delete s.database['aftersales.Orders'].fields.text }), 'aftersales.Orders (database).text was removed or renamed.'],
  ['a new column has no default', after(s => { s.database['aftersales.Orders'].fields.plant = 'String(4) not null required' }), 'aftersales.Orders (database).plant is new and must be given.'],
  ['a scope is gone', after(s => { s.security.scopes = ['Dispatcher'] }), 'xs-security.json: the scope Auditor is gone.'],
  ['a role collection is gone', after(s => { s.security.roleCollections = [] }), 'xs-security.json: the role collection Dispatching is gone.'],
  ['an attribute is gone', after(s => { s.security.attributes = [] }), 'xs-security.json: the attribute plant is gone.'],
  ['a folder can no longer be named in using', after(s => { s.folders = [] }), 'The package: the folder srv/dispatch is gone.'],
  ['an exported function is gone', after(s => { s.extensions = {} }), 'matchingFactor (exported) was removed or renamed.'],
  ['an exported function asks for more', after(s => { s.extensions.matchingFactor = 'function(factor: MatchingFactor, weight: number): void' }),
    'matchingFactor was exported as function(factor: MatchingFactor): void and is function(factor: MatchingFactor, weight: number): void.']
]

const KEPT: [what: string, after: Surface, addition: string][] = [
  ['a field that may be left out', surface(fields({ plant: 'String(4)' })), 's.Orders.plant is new: String(4).'],
  ['a longer field', surface(fields({ text: 'String(120)' })), 's.Orders.text: was String(80), is String(120).'],
  ['a field that no longer has to be given', surface(fields({ dueAt: 'Timestamp not null' })), 's.Orders.dueAt: was Timestamp not null required, is Timestamp not null.'],
  ['another allowed value', surface(fields({ kind: 'String(3) of [PM1 PM2 PM3]' })), 's.Orders.kind: was String(3) of [PM1 PM2], is String(3) of [PM1 PM2 PM3].'],
  ['a parameter that may be left out', after(s => { s.services.s.operations.intake.parameters.plant = 'String(4)' }), 's.intake (parameters).plant is new: String(4).'],
  ['a field of an event', after(s => { s.services.s.events['Order.Late'].plant = 'String(4)' }), 's.Order.Late.plant is new: String(4).'],
  ['a role that may do more', surface({ grants: { READ: ['Auditor', 'Dispatcher'], WRITE: ['Auditor', 'Dispatcher'], hold: ['Dispatcher'] } }), 's.Orders: Auditor may now CREATE, UPDATE, DELETE.'],
  ['an entity', after(s => { s.services.s.entities.Notes = entity() }), 's.Notes (entity) is new.'],
  ['grants said in other words', surface({ grants: { READ: ['any'], '*': ['Dispatcher'] } }), '']
]

test('what did not change is neither a break nor new', () => {
  expect(compare(surface(), surface())).toEqual({ breaks: [], additions: [] })
})

test.each(BROKEN)('%s: a break', (_, changed, sentence) => {
  expect(compare(surface(), changed).breaks).toContain(sentence)
})

test.each(KEPT)('%s breaks nothing', (_, changed, addition) => {
  expect(compare(surface(), changed)).toEqual({ breaks: [], additions: addition ? [addition] : [] })
})

test('what is only read may be extended without being asked for, and keeps giving what it gave', () => {
  const read = { ...surface(), services: { s: { ...surface().services.s, entities: { Orders: entity({ changes: [] }) } } } }
  const changed = after(s => { s.services.s.entities.Orders = entity({ changes: [], ...fields({ plant: 'String(4) not null required', dueAt: 'Timestamp' }) }) })
  expect(compare(read, changed).breaks).toEqual(['s.Orders.dueAt always had a value and may now have none.'])
})
