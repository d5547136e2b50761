import fs from 'node:fs'
import path from 'node:path'
import cds from '@sap/cds'

type Property = string
interface Facts { [api: string]: { odata: 'V2' | 'V4'; entities: Record<string, { keys: string[]; properties: Record<string, Property>; navs: Record<string, unknown> }> } }
type Element = { type: string; length?: number; precision?: number; scale?: number; key?: boolean; isAssociation?: boolean; '@odata.Precision'?: number; '@odata.Scale'?: string }

const FOLDER = path.resolve(__dirname, '../../srv/host-erp/external')
const FACTS = path.resolve(__dirname, '../../../shared/host-erp/s4-api-facts.json')
const facts: Facts | undefined = fs.existsSync(FACTS) ? JSON.parse(fs.readFileSync(FACTS, 'utf8')) : undefined
const files = fs.readdirSync(FOLDER).filter(file => file.endsWith('.cds')).map(file => path.basename(file, '.cds'))

/** The facts name the version of the bill-of-material API; its model's name can't. */
const factsOf = (api: string) => facts?.[api] ?? facts?.[`${api};v=0002`]
/** APIs that the facts don't describe. */
const WITHOUT_FACTS = ['CE_QUALITYNOTIFICATION_0001', 'API_DEBIT_MEMO_REQUEST_SRV', 'API_CREDIT_MEMO_REQUEST_SRV', 'API_OPLACCTGDOCITEMCUBE_SRV']

describe.each(files)('the model of %s', api => {
  const model = cds.linked(cds.compile(fs.readFileSync(path.join(FOLDER, `${api}.cds`), 'utf8')) as any)
  const entities = Object.values(model.definitions).filter(definition => definition.kind === 'entity') as unknown as { name: string; elements: Record<string, Element> }[]

  test('defines one external service of that name and no tables', () => {
    expect((model.definitions[api] as any)['@cds.external']).toBe(true)
    expect(entities.length).toBeGreaterThan(0)
    for (const entity of entities) expect(entity).toMatchObject({ '@cds.external': true, '@cds.persistence.skip': true })
  })

  const description = factsOf(api)
  if (!facts) {
    test('stands without comparison', () => console.log(`${api}: no list of the host's properties here, nothing to compare with`))
    return
  }
  if (WITHOUT_FACTS.includes(api)) return

  test.each(entities)("$name has the host's names, types, lengths and keys", ({ name, elements }) => {
    const host = description!.entities[name.slice(api.length + 1)]
    expect(host).toBeDefined()
    const own = Object.entries(elements)
    const fields = own.filter(([, element]) => !element.isAssociation)
    expect(Object.fromEntries(fields.map(([field, element]) => [field, hostType(element)])))
      .toEqual(Object.fromEntries(fields.map(([field]) => [field, host.properties[field]])))
    expect(fields.filter(([, element]) => element.key).map(([field]) => field).sort()).toEqual([...host.keys].sort())
    expect(own.filter(([, element]) => element.isAssociation).map(([field]) => field).filter(field => !(field in host.navs))).toEqual([])
  })

  /** How the list writes the type of an element: V2 dates are DateTime there. */
  function hostType(element: Element): string {
    const v4 = description!.odata === 'V4'
    switch (element.type) {
      case 'cds.String': return element.length ? `String(${element.length})` : 'String'
      case 'cds.Date': return v4 ? 'Date' : 'DateTime'
      case 'cds.DateTime': return 'DateTimeOffset'
      case 'cds.Timestamp': return 'DateTimeOffset(7,0)'
      case 'cds.UUID': return 'Guid'
      case 'cds.Integer': return 'Int32'
      case 'cds.Decimal': return element['@odata.Scale'] ? `Decimal(${element['@odata.Precision']},${element['@odata.Scale']})` : `Decimal(${element.precision},${element.scale})`
      default: return element.type.replace('cds.', '')
    }
  }
})
