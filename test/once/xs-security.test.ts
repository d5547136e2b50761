import fs from 'node:fs'
import path from 'node:path'
import cds from '@sap/cds'
import { parse } from 'yaml'
import { startApp } from '../setup/app'

startApp()

const read = (file: string) => fs.readFileSync(path.join(cds.root, file), 'utf8')
const security = JSON.parse(read('xs-security.json'))
const names = (list: { name: string }[]) => list.map(({ name }) => name.replace('$XSAPPNAME.', '')).toSorted()
/** Roles that CAP gives by itself. */
const BUILT_IN = new Set(['any', 'authenticated-user', 'identified-user', 'system-user', 'internal-user'])

type Rule = { to?: string | string[] }
type Definition = { name: string; '@requires'?: string | string[]; '@restrict'?: Rule[]; actions?: Record<string, Definition> }

/** Roles that this module's rules speak of. */
function rolesOfModel(): string[] {
  const found = new Set<string>()
  const collect = ({ '@requires': requires, '@restrict': restrict, actions }: Definition): void => {
    for (const role of [requires, ...(Array.isArray(restrict) ? restrict.map(({ to }) => to) : [])].flat()) if (role && !BUILT_IN.has(role)) found.add(role)
    for (const action of Object.values(actions ?? {})) collect(action)
  }
  for (const definition of Object.values(cds.model!.definitions) as unknown as Definition[]) if (definition.name.startsWith('aftersales.')) collect(definition)
  return [...found].toSorted()
}

test('every role that a rule speaks of has a scope, a template and a collection, and there is none besides', () => {
  const roles = rolesOfModel()
  expect(names(security.scopes)).toEqual(roles)
  expect(names(security['role-templates'])).toEqual(roles)
  expect(security['role-templates'].map((template: { name: string; 'scope-references': string[] }) => template['scope-references'])).toEqual(security['role-templates'].map(({ name }: { name: string }) => [`$XSAPPNAME.${name}`]))
  expect(security['role-collections'].flatMap((each: { 'role-template-references': string[] }) => each['role-template-references']).map((name: string) => name.replace('$XSAPPNAME.', '')).toSorted()).toEqual(roles)
})

test('each role has a user to try it with, and the README names both', () => {
  const { users } = parse(read('.cdsrc.yaml')).requires.auth['[development]']
  const rows = new Map([...read('README.md').matchAll(/^\| (`.+?`) \| (\w+) \|/gm)].flatMap(([, who, role]) => [...who.matchAll(/`(\w+)`/g)].map(([, user]) => [user, role] as const)))
  const given = Object.entries(users).filter(([name]) => name !== '*').map(([name, user]) => [name, (user as { roles: string[] }).roles.join()] as const)
  expect(new Map(given)).toEqual(rows)
  expect([...new Set(given.map(([, role]) => role))].toSorted()).toEqual(rolesOfModel())
})

test('roles of people can be narrowed to plants and service areas, and no value means all', () => {
  expect(security.attributes).toEqual(['plant', 'serviceArea'].map(name => ({ name, description: expect.any(String), valueType: 'string', valueRequired: false })))
  for (const template of security['role-templates']) {
    const narrowed = (template['attribute-references'] ?? []).map(({ name }: { name: string }) => name)
    expect([template.name, narrowed]).toEqual([template.name, ['Admin', 'DataProtectionOfficer'].includes(template.name) ? [] : ['plant', 'serviceArea']])
  }
})

test('a system gets the role of the pull from its own application, and no other', () => {
  const granted = security.scopes.filter((scope: Record<string, unknown>) => scope['grant-as-authority-to-apps'])
  expect(names(granted)).toEqual(['CostReader'])
})
