import { compare } from '../../srv/host-erp/check-host/compare'
import { compareElements } from '../../srv/host-erp/check-host/compare-elements'
import { refusalOf } from '../../srv/host-erp/check-host/availability'
import { readArguments } from '../../srv/host-erp/check-host/arguments'
import type { Finding } from '../../srv/host-erp/check-host/findings'
import { modelOfOurs } from '../../srv/host-erp/check-host/import-metadata'
import type { ApiModel, EntitySet, Field } from '../../srv/host-erp/check-host/model'
import { reportOf } from '../../srv/host-erp/check-host/report'
import { USAGES, type Usage } from '../../srv/host-erp/check-host/usage'

const text = (length?: number, more: Partial<Field> = {}): Field => ({ type: 'Edm.String', ...(length && { length }), ...more })
const decimal = (precision: number, scale?: number): Field => ({ type: 'Edm.Decimal', precision, ...(scale !== undefined && { scale }) })

const usage: Usage = {
  api: 'API_ISSUE', protocol: 'V2', scenario: 'SAP_COM_0001', creates: ['Issues'], removes: ['Issues'],
  key: { entitySet: 'Issues', field: 'Reference', length: 16 }, asks: { Issues: ['Plant', 'Reference'] },
  changes: { Issues: ['ChangedAt'] }, reads: { Texts: ['Language'] }
}

const model = (): ApiModel => ({
  protocol: 'V2',
  entitySets: {
    Issues: {
      fields: {
        Number: text(10, { key: true, mandatory: true }), Plant: text(4), Reference: text(16), Quantity: decimal(13, 3),
        PostedOn: { type: 'Edm.DateTime' }, ChangedAt: { type: 'Edm.DateTimeOffset' }, Note: text()
      },
      navigations: { to_Items: { target: 'Items', many: true } }
    },
    Items: { fields: { Number: text(10, { key: true, mandatory: true }) }, navigations: {} },
    Texts: { fields: { Number: text(10, { key: true, mandatory: true }), Language: text(2) }, navigations: {} }
  },
  operations: { Cancel: { changes: true, parameters: { Number: text(10), PostedOn: { type: 'Edm.DateTime' } } } }
})

/** What is found when the host's model is ours with a change. */
function findingsAfter(change: (issues: EntitySet, host: ApiModel) => void, used: Usage = usage): Finding[] {
  const host = model()
  change(host.entitySets.Issues, host)
  return compare(model(), host, used)
}
const shortly = (findings: Finding[]) => findings.map(({ severity, code, at }) => [severity, code, at].filter(Boolean).join(' '))
const after = (...change: Parameters<typeof findingsAfter>) => shortly(findingsAfter(...change))

describe('a host that differs from our model', () => {
  test('is not blamed for what it has beyond it', () => {
    expect(after((issues, host) => {
      issues.fields.Extra = text(5)
      issues.navigations.to_Prices = { target: 'Prices', many: true }
      host.entitySets.Prices = { fields: {}, navigations: {} }
      host.operations.Explode = { changes: false, parameters: {} }
    })).toEqual([])
  })

  test.each<[string, Parameters<typeof findingsAfter>[0], string[]]>([
    ['lacks an entity set', (_, host) => { delete host.entitySets.Items }, ['error SET_MISSING Items']],
    ['lacks a field', issues => { delete issues.fields.Plant }, ['error FIELD_MISSING Issues.Plant']],
    ['has another type', issues => { issues.fields.PostedOn.type = 'Edm.DateTimeOffset' }, ['error TYPE_DIFFERS Issues.PostedOn']],
    ['has one key field more', issues => { issues.fields.Year = text(4, { key: true }) }, ['error KEY_DIFFERS Issues']],
    ['lacks a key field of ours', issues => { delete issues.fields.Number.key }, ['error KEY_DIFFERS Issues']],
    ['takes shorter text', issues => { issues.fields.Plant = text(2) }, ['warning SHORTER Issues.Plant']],
    ['limits a text that we do not', issues => { issues.fields.Note = text(255) }, ['warning SHORTER Issues.Note']],
    ['takes longer text', issues => { issues.fields.Plant = text(40) }, ['note LONGER Issues.Plant']],
    ['has fewer decimals', issues => { issues.fields.Quantity = decimal(13, 2) }, ['warning LESS_PRECISE Issues.Quantity']],
    ['has fewer digits before the point', issues => { issues.fields.Quantity = decimal(13, 6) }, ['warning LESS_PRECISE Issues.Quantity']],
    ['has more digits', issues => { issues.fields.Quantity = decimal(23, 3) }, ['note MORE_PRECISE Issues.Quantity']],
    ['does not say how many decimals', issues => { issues.fields.Quantity = decimal(13) }, []],
    ['has no way to the items', issues => { issues.navigations = {} }, ['error NAVIGATION_MISSING Issues.to_Items']],
    ['has one item where we send many', issues => { issues.navigations.to_Items.many = false }, ['error NAVIGATION_DIFFERS Issues.to_Items']],
    ['lacks the function import', (_, host) => { host.operations = {} }, ['error OPERATION_MISSING Cancel']],
    ['expects GET for it', (_, host) => { host.operations.Cancel.changes = false }, ['error OPERATION_READS Cancel']],
    ['lacks a parameter of it', (_, host) => { delete host.operations.Cancel.parameters.PostedOn }, ['error FIELD_MISSING Cancel.PostedOn']],
    ['demands a parameter that we never send', (_, host) => { host.operations.Cancel.parameters.Reason = text(4, { mandatory: true }) },
      ['error PARAMETERS_DEMANDED Cancel']],
    ['does not filter by the field of our key', issues => { issues.fields.Reference.filterable = false }, ['error NOT_FILTERABLE Issues.Reference']],
    ['does not filter by what a repetition names too', issues => { issues.fields.Plant.filterable = false }, ['error NOT_FILTERABLE Issues.Plant']],
    ['does not filter by what we look up', (_, host) => { host.entitySets.Texts.fields.Language.filterable = false }, ['error NOT_FILTERABLE Texts.Language']],
    ['demands a filter where we give one', (_, host) => { host.entitySets.Texts.requiresFilter = true }, []],
    ['does not filter by the time of a change', issues => { issues.fields.ChangedAt.filterable = false }, ['warning NOT_FILTERABLE Issues.ChangedAt']],
    ['does not filter by a field that nobody asks for', issues => { issues.fields.Quantity.filterable = false }, []],
    ['demands a filter that our question lacks', issues => { issues.fields.Quantity.requiredInFilter = true }, ['error FILTER_REQUIRED Issues']],
    ['refuses to list items', (_, host) => { host.entitySets.Items.requiresFilter = true }, ['warning FILTER_REQUIRED Items']],
    ['does not create', issues => { issues.creatable = false }, ['error NOT_CREATABLE Issues']],
    ['does not delete', issues => { issues.deletable = false }, ['error NOT_DELETABLE Issues']],
    ['does not create items by themselves', (_, host) => { host.entitySets.Items.creatable = false }, []],
    ['ignores our key', issues => { issues.fields.Reference.creatable = false }, ['error KEY_NOT_CREATABLE Issues.Reference']],
    ['has no room for our key', issues => { issues.fields.Reference = text(12) }, ['warning SHORTER Issues.Reference', 'error KEY_TOO_LONG Issues.Reference']],
    ['demands a field that we never send', issues => { issues.fields.Reason = text(4, { mandatory: true }) }, ['warning FIELDS_DEMANDED Issues']],
    ['speaks the other protocol', (_, host) => { host.protocol = 'V4' }, ['error PROTOCOL_DIFFERS']]
  ])('%s', (_, change, expected) => expect(after(change)).toEqual(expected))

  test('says in V4 that everything is mandatory, which we do not believe', () => {
    expect(after(issues => { issues.fields.Reason = text(4, { mandatory: true }) }, { ...usage, protocol: 'V4' })).toEqual([])
  })

  test('is told by name where our key can not be asked for', () => {
    const [finding] = findingsAfter(issues => { issues.fields.Reference.filterable = false })
    expect(finding.text).toContain('which carries our key')
  })
})

describe('what we do with an API', () => {
  test.each(USAGES.filter(({ protocol }) => protocol !== 'SOAP'))('$api: names only what its model has', async ({ api, protocol, creates = [], removes = [], key, asks = {}, changes = {}, reads = {} }) => {
    const { entitySets } = await modelOfOurs(api, protocol as 'V2' | 'V4')
    const named = [...Object.entries(asks), ...Object.entries(changes), ...Object.entries(reads), ...(key ? [[key.entitySet, [key.field]] as const] : [])]
    const missing = [...creates, ...removes, ...named.map(([set]) => set)].filter(set => !entitySets[set])
    const unknown = named.flatMap(([set, fields]) => fields.filter(field => !entitySets[set]?.fields[field]).map(field => `${set}.${field}`))
    expect({ missing, unknown }).toEqual({ missing: [], unknown: [] })
  })
})

describe('a SOAP service', () => {
  const soap: Usage = { api: 'JournalEntry', protocol: 'SOAP', elements: ['GLAccount', 'TaxCode'] }
  const wsdl = (...names: string[]) => `<wsdl:definitions><xsd:schema>${names.map(name => `<xsd:element minOccurs="0" name="${name}" type="x"/>`).join('')}</xsd:schema></wsdl:definitions>`

  test('fits when it knows all elements that we send and read', () => {
    expect(compareElements(wsdl('TaxCode', 'GLAccount', 'Other'), soap)).toEqual({ compared: { entitySets: 0, fields: 2 }, findings: [] })
  })

  test('does not when one is missing, and says nothing without types', () => {
    expect(shortly(compareElements(wsdl('GLAccount'), soap).findings)).toEqual(['error ELEMENT_MISSING TaxCode'])
    expect(shortly(compareElements(wsdl(), soap).findings)).toEqual(['warning NO_ELEMENTS'])
  })
})

describe('an API that gives no metadata', () => {
  test.each<[number, string, string]>([
    [401, 'SIGN_IN_REFUSED', 'communication arrangement for SAP_COM_0001'], [403, 'NOT_AUTHORISED', 'S_SERVICE'],
    [404, 'NOT_ACTIVE', '/IWFND/MAINT_SERVICE'], [302, 'REDIRECTED', 'technical user'], [200, 'NO_METADATA', 'proxy'], [500, 'FAILED', '500']
  ])('%i says what to do', (status, code, advice) => {
    const finding = refusalOf({ status, words: 'Own words' }, usage)
    expect(finding).toMatchObject({ severity: 'error', code })
    expect(finding.text).toContain(advice)
    expect(finding.text).toContain('Own words')
  })

  test('of OData V4 or SOAP is activated elsewhere', () => {
    expect(refusalOf({ status: 404 }, { ...usage, protocol: 'V4' }).text).toContain('/IWFND/V4_ADMIN')
    expect(refusalOf({ status: 404 }, { ...usage, protocol: 'SOAP' }).text).toContain('SOAMANAGER')
  })
})

describe('the command line', () => {
  const refused = (...args: string[]) => {
    try {
      readArguments(args)
    } catch (error) {
      return (error as Error).message
    }
  }

  test('takes no password, and does not repeat one', () => {
    for (const args of [['--password', 'geheim'], ['--password=geheim'], ['-p', 'geheim'], ['--pass=geheim']]) {
      const message = refused('--url', 'https://host', '--user', 'ME', ...args)
      expect(message).toContain('S4HANA_PASSWORD')
      expect(message).not.toContain('geheim')
    }
    expect(refused('--url', 'https://ME:geheim@host', '--user', 'ME')).toBe('Leave user and password out of the --url.')
  })

  test('sends no password in clear text over a network', () => {
    expect(refused('--url', 'http://host.example.com', '--user', 'ME')).toContain('https')
    expect(refused('--url', 'http://localhost:4300', '--user', 'ME')).toBeUndefined()
  })

  test('says which names it knows', () => {
    expect(refused('--api', 'API_NOTHING')).toContain('API_RESERVATION_DOCUMENT_SRV')
  })

  test('checks the whole host, or the APIs that are named', () => {
    expect(readArguments([]).usages).toHaveLength(USAGES.length)
    const { usages } = readArguments(['--api', 'API_EQUIPMENT', '--api', 'API_PRODUCT_SRV'])
    expect(usages.map(({ api }) => api).sort()).toEqual(['API_EQUIPMENT', 'API_PRODUCT_SRV'])
  })
})

test('the report puts the worst first and ends with a sum', () => {
  const finding = (severity: Finding['severity'], at: string): Finding => ({ severity, code: 'CODE', at, text: 'What it means' })
  const apis = [
    { api: 'API_A', root: '/a', used: true, findings: [finding('note', 'N'), finding('error', 'E')] },
    { api: 'API_BB', root: '/b', used: true, findings: [] }
  ]
  const report = reportOf({ apis }, 'https://host')
  expect(report.indexOf('error    E')).toBeLessThan(report.indexOf('note     N'))
  expect(report.split('\n').at(-1)).toBe('https://host: 2 APIs, 1 error, 1 note')
})
