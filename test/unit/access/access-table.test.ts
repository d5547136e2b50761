import { definitions, renewed, written } from '../../access/page'
import { contentOf, services, withoutRule, type Definition } from '../../access/table'
import { MATRIX } from '../../setup/access-matrix'

let model: Definition[]
beforeAll(async () => { model = await definitions() })

test('the table in docs/access.md is the model\'s: `npm run access-table` writes it', () => {
  expect(written()).toBe(renewed(written(), model))
})

test('each service asks for roles, and each of its entities, steps and operations has a rule', () => {
  expect(withoutRule(model)).toEqual([])
})

test('an entity, a step and an operation that nobody has thought of are found', () => {
  const service = { kind: 'service', name: 'aftersales.S', '@requires': ['Admin'] }
  const restricted = { kind: 'entity', name: 'aftersales.S.Restricted', '@restrict': [{ grant: 'READ' }], actions: { step: { kind: 'action', name: 'step' }, draftEdit: { kind: 'action', name: 'draftEdit' } } }
  const forgotten = [{ kind: 'entity', name: 'aftersales.S.Things' }, { kind: 'action', name: 'aftersales.S.act' }, { kind: 'service', name: 'aftersales.Open' }]
  expect(withoutRule([service, restricted, ...forgotten]).sort()).toEqual(['aftersales.Open', 'aftersales.S.Restricted: step', 'aftersales.S.Things', 'aftersales.S.act'])
})

test('the matrix by which access is tried speaks of every service', () => {
  expect(MATRIX.map(({ service }) => service).sort()).toEqual(services(model).map(({ name }) => name))
})

test('what names its order, or is part of what does, is narrowed by plant and service area, or says that it is not', () => {
  const byName = new Map(model.map(each => [each.name, each]))
  const open = services(model).flatMap(({ name }) => contentOf(name, model).entities).filter(entity => !('@aftersales.ofOrder' in entity) && Object.keys(entity.elements ?? {}).some(element => /^workOrder(_ID)?$/.test(element)))
  expect(open.map(({ name }) => name)).toEqual([])
  const astray = model.filter(({ kind }) => kind === 'entity').flatMap(entity => {
    const paths = [entity['@aftersales.ofOrder'], entity['@aftersales.limits.serviceArea']].filter(Boolean) as string[]
    return paths.filter(path => !isThere(entity, path, byName)).map(path => `${entity.name}: ${path}`)
  })
  // Services may leave out of their orders what is compared; then the order itself is looked up.
  expect(astray.filter(each => !/WorkOrders|Repairs|UnassignedOrders/.test(each))).toEqual([])
})

function isThere(entity: Definition, path: string, byName: Map<string, Definition>): boolean {
  let at: Definition | undefined = entity
  return path.split('.').every(step => {
    const element = at?.elements?.[step] as { target?: string } | undefined
    at = byName.get(element?.target ?? '')
    return Boolean(element)
  })
}
