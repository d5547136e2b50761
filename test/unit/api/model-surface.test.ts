import cds from '@sap/cds'
import { surfaceOf, type Definition } from '../../api/model-surface'
import { fieldText, readField } from '../../api/surface'

const { compile, linked } = cds as unknown as { compile: ((cdl: string) => object) & { for: { odata(csn: object): object } }; linked(csn: object): { definitions: Record<string, Definition> } }

const { services, database } = surfaceOf(linked(compile.for.odata(compile(`
  namespace aftersales;
  entity Orders {
    key ID : UUID; number : String(10) not null; text : String(80) @mandatory; price : Decimal(15,2) default 0 not null;
    kind : String(3) @assert.range enum { PM1; PM2 }; customer : Association to Customers; tags : many String(20);
    virtual age : Integer; total : Decimal = price * 2;
  }
  entity Customers { key code : String(8); }
  view Open as select from Orders { ID, number };
  @requires: 'Dispatcher' @path: '/orders'
  service OrderService {
    @restrict: [{ grant: 'READ', to: ['B', 'A'] }]
    @Capabilities.DeleteRestrictions.Deletable: false
    entity Orders as projection on aftersales.Orders actions { action hold(reason : String(20) @mandatory, note : String) returns Orders };
    @readonly entity Customers as projection on aftersales.Customers;
    function find(text : String(5)) returns many { ID : UUID };
    event Late { ID : UUID; }
  }
`))).definitions)

test('fields have their type, sizes, values and what is asked of who writes them', () => {
  expect(services['aftersales.OrderService'].entities.Orders.fields).toEqual({
    ID: 'key UUID', age: 'Integer read-only', customer: 'to aftersales.OrderService.Customers', customer_code: 'String(8)',
    kind: 'String(3) of [PM1 PM2]', number: 'String(10) not null required', price: 'Decimal(15,2) not null', tags: 'many String(20)',
    text: 'String(80) required', total: 'Decimal read-only'
  })
})

test('an entity has its changes, its grants and its actions', () => {
  const { Orders, Customers } = services['aftersales.OrderService'].entities
  expect(Orders).toMatchObject({
    changes: ['CREATE', 'UPDATE'], grants: { READ: ['A', 'B'] },
    operations: { hold: { kind: 'action', parameters: { note: 'String', reason: 'String(20) required' }, result: 'aftersales.OrderService.Orders' } }
  })
  expect(Customers.changes).toEqual([])
})

test('a service has its path, roles, functions and events', () => {
  expect(services['aftersales.OrderService']).toMatchObject({
    path: '/orders', roles: ['Dispatcher'],
    operations: { find: { kind: 'function', parameters: { text: 'String(5)' }, result: { ID: 'UUID' } } },
    events: { Late: { ID: 'UUID' } }
  })
})

test('tables have columns only', () => {
  expect(database['aftersales.Orders']).toEqual({
    kind: 'table',
    fields: {
      ID: 'key UUID required', customer_code: 'String(8)', kind: 'String(3) of [PM1 PM2]', number: 'String(10) not null required',
      price: 'Decimal(15,2) not null', tags: 'many String(20)', text: 'String(80)'
    }
  })
  expect(database['aftersales.Open'].kind).toBe('view')
})

test('a field can be read back from its text', () => {
  const field = { type: 'Decimal', sizes: [15, 2], isKey: true, isMany: true, isNotNull: true, isRequired: true, isReadOnly: true, values: ['1', '2'] }
  expect(readField(fieldText(field))).toEqual(field)
})
