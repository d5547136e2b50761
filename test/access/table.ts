/** What the table needs of a linked model, as compiled for the runtime. */
export interface Definition {
  name: string
  kind: string
  elements?: Record<string, unknown>
  keys?: Record<string, unknown>
  actions?: Record<string, Definition>
  '@requires'?: string | string[]
  '@restrict'?: Rule[]
  '@readonly'?: boolean
  '@odata.singleton'?: boolean
  '@Capabilities.InsertRestrictions.Insertable'?: boolean
  '@Capabilities.UpdateRestrictions.Updatable'?: boolean
  '@Capabilities.DeleteRestrictions.Deletable'?: boolean
  '@aftersales.ofOrder'?: string | null
  '@aftersales.limits.plant'?: string | null
  '@aftersales.limits.serviceArea'?: string | null
}
export interface Rule { grant: string | string[]; to?: string | string[]; where?: { xpr?: Token[] } | string }
type Token = string | { ref?: string[]; val?: unknown; xpr?: Token[] }

const OPERATIONS = [['READ'], ['CREATE', '@Capabilities.InsertRestrictions.Insertable'], ['UPDATE', '@Capabilities.UpdateRestrictions.Updatable'], ['DELETE', '@Capabilities.DeleteRestrictions.Deletable']] as const
const OF_DRAFTS = /^draft(New|Edit|Prepare|Activate)$/

/** Names and texts of codes: no rule but the service's. */
export const isCodeList = ({ name, elements = {}, keys = {} }: Definition): boolean => /\.texts$/.test(name) || ('name' in elements && 'descr' in elements && 'code' in keys)

/** What a service publishes and what needs a rule of its own. */
export function contentOf(service: string, definitions: Definition[]) {
  const own = definitions.filter(({ name }) => name.startsWith(`${service}.`))
  const entities = own.filter(({ kind, name }) => kind === 'entity' && !/\.drafts$|\.DraftAdministrativeData$/.test(name))
  return {
    entities: entities.filter(entity => entity['@restrict'] || !isCodeList(entity)), codeLists: entities.filter(entity => isCodeList(entity) && !entity['@restrict'] && !/\.texts$/.test(entity.name)),
    operations: own.filter(({ kind }) => kind === 'action' || kind === 'function')
  }
}

/** Entities, steps and operations that nobody has said anything about: who may use the service may do all with them. */
export function withoutRule(definitions: Definition[]): string[] {
  return services(definitions).flatMap(service => {
    const { entities, operations } = contentOf(service.name, definitions)
    return [
      ...(rolesOf(service).length && !rolesOf(service).includes('any') ? [] : [service.name]),
      ...entities.flatMap(entity => (entity['@restrict'] ? stepsOf(entity).filter(step => !grants(entity, step).length).map(step => `${entity.name}: ${step}`) : [entity.name])),
      ...operations.filter(operation => !rolesOf(operation).length).map(({ name }) => name)
    ]
  })
}

/** The table as Markdown: a part for each service, a line for each entity and operation. */
export function tableOf(definitions: Definition[]): string {
  return services(definitions).map(service => partOf(service, definitions)).join('\n')
}

function partOf(service: Definition, definitions: Definition[]): string {
  const { entities, codeLists, operations } = contentOf(service.name, definitions), everybody = rolesOf(service)
  const short = ({ name }: Definition) => name.slice(service.name.length + 1)
  const who = (rules: Rule[]) => wordsOf(rules, everybody)
  const lines = entities.map(entity => {
    const steps = new Map<string, string[]>()
    for (const step of stepsOf(entity)) steps.set(who(grants(entity, step)), [...(steps.get(who(grants(entity, step))) ?? []), `\`${step}\``])
    const cells = OPERATIONS.map(([event, possible]) => ((entity['@readonly'] && event !== 'READ') || (possible && entity[possible] === false) ? '–' : who(grants(entity, event))))
    return `| ${short(entity)} | ${[...cells, [...steps].map(([words, names]) => `${names.join(', ')}: ${words}`).join('<br>') || '–', limitOf(entity)].join(' | ')} |`
  })
  return [
    `### ${service.name.split('.').pop()}`, '', `Everybody: ${everybody.join(', ')}.`, '', '| entity | read | create | change | delete | steps | narrowed by |', '| --- | --- | --- | --- | --- | --- | --- |', ...lines, '',
    ...(operations.length ? ['| operation | who |', '| --- | --- |', ...operations.map(each => `| ${short(each)} | ${who([{ grant: '*', to: rolesOf(each) }])} |`), ''] : []),
    ...(codeLists.length ? [`Code lists, read by everybody and written by nobody: ${codeLists.map(short).sort().join(', ')}.`, ''] : [])
  ].join('\n')
}

export const services = (definitions: Definition[]): Definition[] => definitions.filter(({ kind, name }) => kind === 'service' && name.startsWith('aftersales.')).sort((a, b) => (a.name < b.name ? -1 : 1))
export const rolesOf = ({ '@requires': requires }: Definition): string[] => [requires ?? []].flat()
const stepsOf = ({ actions = {} }: Definition) => Object.keys(actions).filter(action => !OF_DRAFTS.test(action))
const grants = (entity: Definition, event: string) => (entity['@restrict'] ?? []).filter(({ grant }) => [grant].flat().some(each => each === event || each === '*' || (each === 'WRITE' && event !== 'READ')))

/** Roles without a condition first; `A` is not repeated where it is granted all rows. */
function wordsOf(rules: Rule[], everybody: string[]): string {
  const rolesIn = (some: Rule[]) => [...new Set(some.flatMap(({ to }) => to ?? 'any'))]
  const all = rolesIn(rules.filter(({ where }) => !where)), isEverybody = (roles: string[]) => roles.some(role => /^(any|authenticated-user)$/.test(role)) || everybody.every(role => roles.includes(role))
  if (isEverybody(all)) return 'everybody'
  const missing = everybody.filter(role => !all.includes(role))
  const words = all.length && missing.length <= 2 ? [`everybody but ${missing.join(' and ')}`] : all.filter(role => everybody.includes(role))
  const some = rules.filter(({ where }) => where).map(rule => {
    const roles = rolesIn([rule]).filter(role => !all.includes(role))
    return roles.length ? `${isEverybody(roles) ? 'everybody' : roles.join(', ')} where \`${conditionOf(rule)}\`` : ''
  }).filter(Boolean)
  return [words.join(', '), ...some].filter(Boolean).join('; ') || '–'
}

const conditionOf = ({ where }: Rule) => (typeof where === 'string' ? where : textOf(where!.xpr!))
const textOf = (tokens: Token[]): string =>
  tokens.map(token => (typeof token === 'string' ? token : token.xpr ? `(${textOf(token.xpr)})` : token.ref ? token.ref.join('.').replace(/^\$user\.id$/, '$user') : `'${String(token.val)}'`)).join(' ')

function limitOf(entity: Definition): string {
  const { '@aftersales.ofOrder': path, '@aftersales.limits.plant': plant, '@aftersales.limits.serviceArea': area } = entity
  if (path) return path === 'ID' ? 'the order' : `the order of \`${path.replace(/\.ID$/, '')}\``
  return [plant && `plant (\`${plant}\`)`, area && `service area (\`${area}\`)`].filter(Boolean).join(', ') || '–'
}
