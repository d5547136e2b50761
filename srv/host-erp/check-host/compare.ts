import { compareFields } from './compare-fields'
import { error, warning, type Finding } from './findings'
import type { ApiModel, EntitySet, Field, Navigation, Operation } from './model'
import type { Usage } from './usage'

/**
 * Compares our model of an API with that of a host. Only what we know is looked at: the host may have more of everything.
 * @param usage what we do with the API beyond reading it
 */
export function compare(own: ApiModel, host: ApiModel, usage: Usage): Finding[] {
  if (own.protocol !== host.protocol) {
    const advice = 'correct the service root in cds.requires.S4HANA.paths'
    return [error('PROTOCOL_DIFFERS', '', `The host answers in OData ${host.protocol}, we speak ${own.protocol}: ${advice}`)]
  }
  return [
    ...Object.entries(own.entitySets).flatMap(([name, set]) => compareSets(name, set, host.entitySets[name], usage)),
    ...Object.entries(own.operations).flatMap(([name, operation]) => compareOperations(name, operation, host.operations[name]))
  ]
}

function compareSets(name: string, own: EntitySet, host: EntitySet | undefined, usage: Usage): Finding[] {
  if (!host) return [error('SET_MISSING', name, 'The host does not have this entity set: its release may be older than the API version we use')]
  return [
    ...keysOf(name, own, host),
    ...Object.entries(own.fields).flatMap(([field, definition]) => compareFields(`${name}.${field}`, definition, host.fields[field])),
    ...navigationsOf(name, own, host),
    ...questionsOf(name, host, usage),
    ...writingOf(name, host, usage),
    ...demandsOf(name, own, host, usage)
  ]
}

function keysOf(name: string, own: EntitySet, host: EntitySet): Finding[] {
  const keys = (fields: Record<string, Field>) => Object.keys(fields).filter(field => fields[field].key).sort().join(', ')
  const [ours, theirs] = [keys(own.fields), keys(host.fields)]
  if (ours === theirs) return []
  return [error('KEY_DIFFERS', name, `The key is ${theirs || 'empty'}, we use ${ours}: records would be addressed or merged wrongly`)]
}

function navigationsOf(name: string, own: EntitySet, host: EntitySet): Finding[] {
  const shown = ({ target, many }: Navigation) => `${many ? 'many' : 'one'} of ${target}`
  return Object.entries(own.navigations).flatMap(([navigation, expected]) => {
    const at = `${name}.${navigation}`
    const found = host.navigations[navigation]
    if (!found) return [error('NAVIGATION_MISSING', at, `There is no way from here to ${expected.target}: reading or creating both together would fail`)]
    if (shown(found) === shown(expected)) return []
    return [error('NAVIGATION_DIFFERS', at, `It leads to ${shown(found)}, we expect ${shown(expected)}`)]
  })
}

/** Whether a repetition may ask for a document by our key, replication for what has changed, and everybody else for single records. */
function questionsOf(name: string, host: EntitySet, { asks, changes, reads, key }: Usage): Finding[] {
  const asked = asks?.[name] ?? []
  const refused = (fields: string[] = []) => fields.filter(field => host.fields[field]?.filterable === false)
  const carries = (field: string) => (key?.entitySet === name && key.field === field ? ', which carries our key' : '')
  const findings = [
    ...refused(asked).map(field => error('NOT_FILTERABLE', `${name}.${field}`,
      `The host does not filter by this field${carries(field)}: a repetition could not ask whether the document exists already`)),
    ...refused(reads?.[name]).map(field => error('NOT_FILTERABLE', `${name}.${field}`, 'The host does not filter by this field, by which we look records up')),
    ...refused(changes?.[name]).map(field => warning('NOT_FILTERABLE', `${name}.${field}`,
      'The host does not filter by this field: only full loads are possible, since nobody can ask for what has changed'))
  ]
  const given = [...asked, ...(reads?.[name] ?? [])]
  const others = Object.keys(host.fields).filter(field => host.fields[field].requiredInFilter && !given.includes(field)).join(', ')
  if (given.length && others) findings.push(error('FILTER_REQUIRED', name, `The host answers only questions that name ${others} too`))
  if (!given.length && (host.requiresFilter || others)) {
    findings.push(warning('FILTER_REQUIRED', name, `The host refuses to be read without a filter${others && ` by ${others}`}`))
  }
  return findings
}

function writingOf(name: string, host: EntitySet, { creates = [], removes = [], key }: Usage): Finding[] {
  const findings: Finding[] = []
  if (creates.includes(name) && host.creatable === false) findings.push(error('NOT_CREATABLE', name, 'The host does not let us create documents here'))
  if (removes.includes(name) && host.deletable === false) findings.push(error('NOT_DELETABLE', name, 'The host does not let us delete here'))
  const carrier = key?.entitySet === name ? host.fields[key.field] : undefined
  if (!key || !carrier) return findings
  const at = `${name}.${key.field}`
  if (carrier.creatable === false) findings.push(error('KEY_NOT_CREATABLE', at, 'The host ignores this field in new documents: our key would be lost'))
  if ((carrier.length ?? Infinity) < key.length) findings.push(error('KEY_TOO_LONG', at, `Our key has ${key.length} characters, the field ${carrier.length}`))
  return findings
}

/** In V4 the host marks nearly every field as not nullable and fills it by itself, so that says nothing. */
function demandsOf(name: string, own: EntitySet, host: EntitySet, { creates = [], protocol }: Usage): Finding[] {
  if (protocol === 'V4' || !creates.includes(name)) return []
  const unknown = Object.keys(host.fields).filter(field => host.fields[field].mandatory && !own.fields[field]).join(', ')
  return unknown ? [warning('FIELDS_DEMANDED', name, `The host demands ${unknown}, which we never send`)] : []
}

function compareOperations(name: string, own: Operation, host: Operation | undefined): Finding[] {
  if (!host) return [error('OPERATION_MISSING', name, 'The host does not offer this function import')]
  const findings = own.changes && !host.changes ? [error('OPERATION_READS', name, 'The host expects GET, we send POST')] : []
  for (const [parameter, definition] of Object.entries(own.parameters)) {
    findings.push(...compareFields(`${name}.${parameter}`, definition, host.parameters[parameter]))
  }
  const unknown = Object.keys(host.parameters).filter(parameter => host.parameters[parameter].mandatory && !own.parameters[parameter]).join(', ')
  return unknown ? [...findings, error('PARAMETERS_DEMANDED', name, `The host demands ${unknown}, which we never send`)] : findings
}
