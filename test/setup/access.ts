import cds from '@sap/cds'
import type { App } from './app'

/** Who may do what with an entity: names of users, separated by blanks. */
export interface Access {
  read: string
  /** Who reads only some rows. */
  someRows?: string
  create?: Who
  update?: Who
  delete?: Who
  actions?: Record<string, Who>
}

/** Names of users, or with those beside them who may for some rows. */
export type Who = string | { who: string; own: string }

export interface ServiceAccess {
  path: string
  service: string
  everybody: string
  entities: Record<string, Access>
  /** Unbound actions and functions. */
  operations: Record<string, string>
  /** Who reads code lists: everybody where nobody is named. */
  codeReaders?: string
  /** At least so many code lists, so that the test is not about nothing. */
  codeLists: number
  /** And so many ways round. */
  waysRound: number
}

interface Definition { name: string; kind: string; elements: Record<string, any>; keys: Record<string, any>; actions?: Record<string, any>; params?: Record<string, any>; isDraft?: boolean; drafts?: object; '@odata.singleton'?: boolean; '@cds.autoexposed'?: boolean }
interface Asked { label: string; method: string; url: string; body?: object }
const REFUSED = [401, 403, 405]
/** Nobody answers for the host in this test. */
const HOST_IS_AWAY = 503

const granted = (who: Who = '') => (typeof who === 'string' ? { may: users(who) } : { may: users(who.who), own: users(who.own) })
const users = (...names: string[]) => names.join(' ').split(' ')

/** Tests that every entity and operation of a service is granted to those in the table, and to nobody else, whichever way one asks. */
export function testAccess(app: App, { path: PATH, service: SERVICE, everybody: EVERYBODY, entities: TABLE, operations: UNBOUND, codeReaders = EVERYBODY, codeLists, waysRound }: ServiceAccess): void {
  const definition = (name: string) => cds.model!.definitions[`${SERVICE}.${name}`] as unknown as Definition
  const published = (): Definition[] => (Object.values(cds.model!.definitions) as unknown as Definition[]).filter(({ name }) => name.startsWith(`${SERVICE}.`))
  const shortName = ({ name }: Definition) => name.slice(SERVICE.length + 1)
  /** Names and texts of codes: everybody reads them, nobody writes them here. */
  const isCodeList = (entity: Definition) => /\.texts$/.test(entity.name) || ('name' in entity.elements && 'descr' in entity.elements && 'code' in entity.keys)
  const entities = () => published().filter(({ kind, name }) => kind === 'entity' && !/\.drafts$|DraftAdministrativeData$/.test(name))
  /** Without a key of its own a draft could not be written. */
  const someKey = (entity: Definition) =>
    Object.fromEntries(Object.values<any>(entity.keys).filter(({ type, name, isAssociation }) => !isAssociation && type !== 'cds.UUID' && name !== 'IsActiveEntity').map(({ name, length }) => [name, cds.utils.uuid().slice(0, Math.min(length ?? 8, 8))]))
  const setOf = (name: string) => name.replace(/\./g, '_')

  /** A key that no row has: access is decided before anybody looks. */
  const nobody = (entity: Definition) => `${setOf(shortName(entity))}(${keysOf(entity)})`

  /** What drafts are made of is changed below its root, else it is refused whoever asks. */
  function within(part: Definition): string {
    const owner = entities().find(each => each !== part && compositionOf(each, part))!
    const path = `${compositionOf(owner, part)!.name}(${keysOf(part)})`
    return `${'draftActivate' in (owner.actions ?? {}) ? nobody(owner) : within(owner)}/${path}`
  }
  const compositionOf = (owner: Definition, part: Definition) =>
    Object.values<any>(owner.elements).find(({ isComposition, target }) => isComposition && target === part.name)

  function keysOf(entity: Definition): string {
    const keys = Object.values<any>(entity.keys).filter(({ isAssociation, virtual }) => !isAssociation && !virtual).map(({ name, type }) => `${name}=${valueOf(type)}`)
    if (entity.drafts && !keys.some(key => key.startsWith('IsActiveEntity'))) keys.push('IsActiveEntity=true')
    return keys.join()
  }

  /** A hundred requests at a time, each on its own: access by $batch is the access there is. */
  async function statuses(user: string, requests: Asked[]): Promise<number[]> {
    const found: number[] = []
    for (let at = 0; at < requests.length; at += 100) {
      const batch = requests.slice(at, at + 100).map(({ method, url, body }, i) => ({ id: String(i), method, url, headers: { 'content-type': 'application/json' }, ...(body && { body }) }))
      const { status, data } = await app.as(user).post(`${PATH}/$batch`, { requests: batch }, { headers: { prefer: 'odata.continue-on-error' } })
      if (status !== 200) throw new Error(`$batch of ${user}: ${status} ${JSON.stringify(data).slice(0, 500)}`)
      const byId = new Map<string, number>(data.responses.map((each: { id: string; status: number }) => [each.id, each.status]))
      found.push(...batch.map(({ id }) => byId.get(id)!))
    }
    return found
  }

  /** Requests with who may have them granted; those that did otherwise. */
  async function wrong(cases: { asked: Asked; may: string[]; own?: string[] }[]): Promise<string[]> {
    const found: string[] = []
    for (const user of users(EVERYBODY)) {
      const answers = await statuses(user, cases.map(({ asked }) => asked))
      cases.forEach(({ asked, may, own = [] }, i) => {
        const status = answers[i], isRefused = REFUSED.includes(status)
        // A row that isn't there is hidden or missing for those who may only have their own: only what refuses whatever the row is wrong.
        const isFine = (status < 500 || status === HOST_IS_AWAY) && (may.includes(user) ? !isRefused : own.includes(user) ? ![401, 405].includes(status) : isRefused)
        if (!isFine) found.push(`${user} ${asked.label}: ${status}, ${may.includes(user) ? 'expected to be granted' : own.includes(user) ? 'expected for own rows' : 'expected to be refused'}`)
      })
    }
    return found
  }

  test('the table names every entity and every operation of the service', () => {
    const named = entities().filter(entity => !isCodeList(entity) || shortName(entity) in TABLE).map(shortName).sort()
    expect(named).toEqual(Object.keys(TABLE).sort())
    for (const [name, { actions = {} }] of Object.entries(TABLE)) {
      const published = Object.keys(definition(name).actions ?? {}).filter(action => !/^draft(New|Prepare|Activate)$/.test(action)).sort()
      expect([name, published]).toEqual([name, Object.keys(actions).sort()])
    }
    expect(published().filter(({ kind }) => /^(action|function)$/.test(kind)).map(shortName).sort()).toEqual(Object.keys(UNBOUND).sort())
  })

  test('who may read, reads, and nobody else', async () => {
    const cases = Object.entries(TABLE).map(([name, { read, someRows }]) => ({
      asked: { label: `reads ${name}`, method: 'GET', url: `${setOf(name)}${definition(name)['@odata.singleton'] ? '' : '?$top=1'}` }, may: users(read, someRows ?? '')
    }))
    expect(await wrong(cases)).toEqual([])
  })

  test('who may write, writes, and nobody else', async () => {
    const cases = Object.entries(TABLE).filter(([name]) => !definition(name)['@odata.singleton']).flatMap(([name, access]) => {
      const entity = definition(name), set = setOf(name)
      const hasDrafts = 'draftActivate' in (entity.actions ?? {}), isPart = Boolean(entity.drafts) && !hasDrafts
      const one = isPart ? within(entity) : nobody(entity)
      return [
        // What is written with its root alone is refused as such, whoever asks.
        ...(isPart && !access.create ? [] : [{ asked: { label: `creates ${name}`, method: 'POST', url: set, body: {} }, ...granted(access.create) }]),
        ...(hasDrafts && 'draftNew' in entity.actions! ? [{ asked: { label: `begins a draft of ${name}`, method: 'POST', url: `${set}/${SERVICE}.draftNew`, body: someKey(entity) }, ...granted(access.create) }] : []),
        { asked: { label: `changes ${name}`, method: 'PATCH', url: one, body: {} }, ...granted(access.update) },
        { asked: { label: `deletes ${name}`, method: 'DELETE', url: one }, ...granted(access.delete) }
      ]
    })
    expect(await wrong(cases)).toEqual([])
  })

  test('who may do a step, does it, and nobody else', async () => {
    const bound = Object.entries(TABLE).flatMap(([name, { actions = {} }]) => Object.entries(actions).map(([action, who]) => {
      const isFunction = definition(name).actions![action].kind === 'function'
      const url = `${nobody(definition(name))}/${SERVICE}.${action}${isFunction ? argumentsOf(definition(name).actions![action]) : ''}`
      return { asked: { label: `${action} of ${name}`, method: isFunction ? 'GET' : 'POST', url, ...(!isFunction && { body: {} }) }, ...granted(who) }
    }))
    const unbound = Object.entries(UNBOUND).map(([name, who]) => {
      const isFunction = definition(name).kind === 'function'
      return { asked: { label: name, method: isFunction ? 'GET' : 'POST', url: `${name}${isFunction ? argumentsOf(definition(name) as any) : ''}`, ...(!isFunction && { body: {} }) }, ...granted(who) }
    })
    expect(await wrong([...bound, ...unbound])).toEqual([])
  })

  test('codes are read by everybody who may and written by nobody', async () => {
    const lists = entities().filter(entity => isCodeList(entity) && !(shortName(entity) in TABLE) && !/\.texts$/.test(entity.name))
    expect(lists.length).toBeGreaterThanOrEqual(codeLists)
    const reading = lists.map(entity => ({ asked: { label: `reads ${shortName(entity)}`, method: 'GET', url: `${shortName(entity)}?$top=1` }, may: users(codeReaders) }))
    expect(await wrong(reading)).toEqual([])
    const mightiest = users(EVERYBODY).find(user => user === 'admin') ?? users(EVERYBODY)[0]
    const writing = lists.flatMap(entity => [
      { label: `creates ${shortName(entity)}`, method: 'POST', url: shortName(entity), body: { code: 'X' } },
      { label: `changes ${shortName(entity)}`, method: 'PATCH', url: nobody(entity), body: { name: 'X' } },
      { label: `deletes ${shortName(entity)}`, method: 'DELETE', url: nobody(entity) }
    ])
    const answers = await statuses(mightiest, writing)
    expect(writing.filter((_, i) => !REFUSED.includes(answers[i]))).toEqual([])
  })

  test('what a role may not read it does not reach by expanding, by a path, by filtering or by aggregating', async () => {
    const sees = (user: string, name: string) => users(TABLE[name].read, TABLE[name].someRows ?? '').includes(user)
    const seesAll = (user: string, name: string) => users(TABLE[name].read).includes(user)
    const found: string[] = []
    let count = 0
    for (const user of users(EVERYBODY)) {
      const cases = Object.keys(TABLE).filter(name => sees(user, name) && !definition(name)['@odata.singleton']).flatMap(name => navigationsOf(name)
        .flatMap(({ path, target, isMany, field }) => {
          const set = setOf(name), hidden = !sees(user, target), narrowed = hidden || !seesAll(user, target)
          return [
            ...(hidden ? [{ label: `${set}?$expand=${path}`, method: 'GET', url: `${set}?$top=1&$expand=${path}` }, { label: `${set}/${path}`, method: 'GET', url: `${nobody(definition(name))}/${path}` }] : []),
            ...(narrowed && field ? [{ label: `${set}?$filter=${path}`, method: 'GET', url: `${set}?$top=1&$filter=${isMany ? `${path}/any(x:x/${field} ne null)` : `${path}/${field} ne null`}` }] : []),
            ...(narrowed && field && !isMany ? [{ label: `${set}?$apply ${path}`, method: 'GET', url: `${set}?$apply=groupby((${path}/${field}))` }] : [])
          ]
        }))
      count += cases.length
      const answers = await statuses(user, cases)
      cases.forEach(({ label }, i) => { if (![400, 403, 404, 405].includes(answers[i])) found.push(`${user} ${label}: ${answers[i]}`) })
    }
    expect(found).toEqual([])
    expect(count).toBeGreaterThanOrEqual(waysRound)
  })

  function navigationsOf(name: string): { path: string; target: string; isMany: boolean; field?: string }[] {
    return Object.values<any>(definition(name).elements)
      .filter(({ isAssociation, _target, name: path }) => isAssociation && _target?.name.startsWith(SERVICE) && !['DraftAdministrativeData', 'SiblingEntity'].includes(path))
      .map(({ name: path, _target, is2many }) => ({ path, target: _target.name.slice(SERVICE.length + 1), isMany: Boolean(is2many), field: fieldOf(_target) }))
      .filter(({ target }) => target in TABLE)
  }

  test('without a user or a role of the service there is nothing', async () => {
    const { default: axios } = await import('axios')
    const anonymous = axios.create({ baseURL: app.url(), validateStatus: () => true })
    for (const path of [Object.keys(TABLE)[0], 'CurrentUser', '$metadata', '']) expect((await anonymous.get(`${PATH}/${path}`)).status).toBe(401)
    expect([401, 403]).toContain((await app.as('stranger').get(`${PATH}/${Object.keys(TABLE)[0]}`)).status)
  })
}

function valueOf(type: string): string {
  if (type === 'cds.UUID') return '00000000-0000-4000-8000-000000000000'
  if (/Integer|Int\d|Decimal/.test(type)) return '7'
  if (type === 'cds.Boolean') return 'true'
  if (type === 'cds.Date') return '2026-01-01'
  if (type === 'cds.Timestamp') return '2026-01-01T00:00:00Z'
  return "'X'"
}

const argumentsOf = ({ params = {} }: { params?: Record<string, any> }) =>
  `(${Object.entries(params).filter(([name]) => name !== 'in').map(([name, { type }]) => `${name}=${type === 'cds.Integer' ? 1 : type === 'cds.UUID' ? valueOf(type) : type === 'cds.Timestamp' ? '2026-01-01T00:00:00Z' : "'{}'"}`).join()})`

const fieldOf = ({ elements }: Definition) => Object.values<any>(elements).find(({ isAssociation, virtual, type, key }) => !isAssociation && !virtual && !key && /String/.test(type ?? ''))?.name
