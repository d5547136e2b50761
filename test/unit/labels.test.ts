import fs from 'node:fs'
import path from 'node:path'
import cds from '@sap/cds'

const root = path.resolve(__dirname, '../..')
const keysOf = (file: string) =>
  fs.readFileSync(path.join(root, '_i18n', file), 'utf8').split('\n').filter(line => /^[^#\s]/.test(line)).map(line => line.split('=')[0].trim())

describe('labels', () => {
  let model: any
  const edmx: Record<string, string> = {}

  beforeAll(async () => {
    cds.root = root
    const csn = await cds.load('*')
    model = cds.linked(csn)
    const served = cds.compile.for.nodejs(csn as never)
    const services = Object.values<any>(model.definitions).filter(def => def.kind === 'service' && def.name.startsWith('aftersales.') && def['@protocol'] !== 'none').map(def => def.name as string)
    for (const service of services) {
      const text = (cds.compile.to.edmx as any)(served, { service }) as string
      for (const locale of ['en', 'zh_CN']) edmx[`${service} ${locale}`] = (cds as any).localize(model, locale, text) as string
    }
  })

  test('have the same keys in English and Chinese, each once', () => {
    const [english, chinese] = ['i18n.properties', 'i18n_zh_CN.properties'].map(keysOf)
    expect(new Set(english).size).toBe(english.length)
    expect(chinese).toEqual(english)
  })

  test('name every field and every association that is stored', () => {
    const unnamed = Object.values<any>(model.definitions)
      .filter(def => def.kind === 'entity' && /^aftersales\.\w+$/.test(def.name))
      .flatMap(def => Object.values<any>(def.elements).map(element => ({ def, element })))
      .filter(({ element }) => !element['@title'] && !['texts', 'localized'].includes(element.name))
      .map(({ def, element }) => `${def.name}.${element.name}`)
    expect(unnamed).toEqual([])
  })

  test('are all translated in what the services publish', () => {
    for (const [name, text] of Object.entries(edmx)) expect([name, text.match(/\{i18n>[^}]*\}/g)]).toEqual([name, null])
    expect(edmx['aftersales.WorkOrderService zh_CN']).toContain('故障类别')
    expect(edmx['aftersales.WorkOrderService en']).toContain('Fault Category')
  })

  test('show the names of codes, not the codes', () => {
    expect(edmx['aftersales.WorkOrderService en']).toMatch(
      /WorkOrders\/status_code">\s*<Annotation Term="Common.Text" Path="status\/name">\s*<Annotation Term="UI.TextArrangement" EnumMember="UI.TextArrangementType\/TextOnly"/
    )
  })
})
