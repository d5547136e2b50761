import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { parse, parseAllDocuments, stringify } from 'yaml'

/**
 * Renders the project's chart as Helm does, as far as its templates go: `if`, `range`, `define`, `include` and the functions below. Anything else is an
 * error, so that a template can't get past the tests by being beyond them. Helm itself stays the judge of an installation.
 */
type Values = { [name: string]: unknown }
interface Scope { dot: unknown; root: unknown; variables: Record<string, unknown> }
interface Node { text?: string; action?: string; body?: Node[]; otherwise?: Node[] }

export interface Resource { apiVersion: string; kind: string; metadata: { name: string; labels?: Values; annotations?: Values }; spec: never; [field: string]: unknown }

export const valuesOf = (folder: string): Values => parse(fs.readFileSync(path.join(folder, 'values.yaml'), 'utf8')) as Values

export const templatesOf = (folder: string): { file: string; text: string }[] =>
  fs.readdirSync(path.join(folder, 'templates')).sort().map(file => ({ file, text: fs.readFileSync(path.join(folder, 'templates', file), 'utf8') }))

/** All resources of a release; `changed` are values over the chart's own. */
export function render(folder: string, changed: Values = {}): Resource[] {
  const chart = parse(fs.readFileSync(path.join(folder, 'Chart.yaml'), 'utf8')) as { name: string; version: string; appVersion: string }
  const root = {
    Values: merged(valuesOf(folder), changed), Release: { Name: 'repairs', Namespace: 'after-sales', Service: 'Helm' },
    Chart: { Name: chart.name, Version: chart.version, AppVersion: chart.appVersion }
  }
  const named = new Map<string, Node[]>(), templates = templatesOf(folder).map(({ file, text }) => ({ file, nodes: nodesOf(text, named) }))
  const yaml = templates.filter(({ file }) => file.endsWith('.yaml')).map(({ nodes }) => written(nodes, { dot: root, root, variables: {} }, named))
  return yaml.flatMap(text => parseAllDocuments(text)).map(document => {
    if (document.errors?.length) throw document.errors[0]
    return document.toJS() as Resource | null
  }).filter(resource => resource !== null)
}

function merged(values: Values, changed: Values): Values {
  const isMap = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value)
  return Object.entries(changed).reduce((all, [name, value]) => ({ ...all, [name]: isMap(value) && isMap(all[name]) ? merged(all[name], value) : value }), values)
}

function nodesOf(text: string, named: Map<string, Node[]>): Node[] {
  const top: Node[] = [], open: { node?: Node; body: Node[] }[] = [{ body: top }]
  let from = 0, trim = false
  const put = (node: Node) => open.at(-1)!.body.push(node)
  const plain = (to: number, trimEnd: boolean) => {
    let part = text.slice(from, to)
    if (trim) part = part.trimStart()
    if (trimEnd) part = part.trimEnd()
    put({ text: part })
  }
  for (const match of text.matchAll(/\{\{(-?)\s*([\s\S]*?)\s*(-?)\}\}/g)) {
    plain(match.index, match[1] === '-')
    from = match.index + match[0].length
    trim = match[3] === '-'
    const action = match[2]
    if (/^(if|range|define)\s/.test(action)) {
      const node: Node = { action, body: [] }
      if (action.startsWith('define')) named.set(/"(.+)"/.exec(action)![1], node.body!)
      else put(node)
      open.push({ node, body: node.body! })
    } else if (action === 'else') {
      const { node } = open.at(-1)!
      open[open.length - 1].body = node!.otherwise = []
    } else if (action === 'end') open.pop()
    else put({ action })
  }
  plain(text.length, false)
  if (open.length !== 1) throw new Error('A block of the template is not ended')
  return top
}

function written(nodes: Node[], scope: Scope, named: Map<string, Node[]>): string {
  return nodes.map(({ text, action, body, otherwise }) => {
    if (text !== undefined) return text
    if (!body) return String(valueOf(action!, scope, named) ?? '')
    const [, kind, rest] = /^(if|range)\s+([\s\S]*)$/.exec(action!)!
    if (kind === 'if') return written(isTrue(valueOf(rest, scope, named)) ? body : otherwise ?? [], scope, named)
    const [, key, name, expression] = /^\$(\w+), \$(\w+) := ([\s\S]*)$/.exec(rest)!
    const entries = Object.entries(valueOf(expression, scope, named) as Values).sort(([a], [b]) => (a < b ? -1 : 1))
    return entries.map(([at, value]) => written(body, { ...scope, dot: value, variables: { ...scope.variables, [key]: at, [name]: value } }, named)).join('')
  }).join('')
}

const isTrue = (value: unknown) => Boolean(value) && !(typeof value === 'object' && Object.keys(value!).length === 0)

const FUNCTIONS: Record<string, (...given: never[]) => unknown> = {
  quote: (value: unknown) => JSON.stringify(String(value)),
  nindent: (width: number, text: string) => `\n${text.replace(/^(?=.)/gm, ' '.repeat(width))}`,
  toYaml: (value: unknown) => stringify(value).trimEnd(),
  toJson: (value: unknown) => JSON.stringify(value),
  sha256sum: (text: string) => createHash('sha256').update(text).digest('hex'),
  trimSuffix: (suffix: string, text: string) => (text.endsWith(suffix) ? text.slice(0, -suffix.length) : text),
  printf: (format: string, ...values: unknown[]) => format.replace(/%s/g, () => String(values.shift())),
  eq: (a: unknown, b: unknown) => a === b,
  not: (value: unknown) => !isTrue(value),
  and: (...values: unknown[]) => values.every(isTrue),
  has: (item: unknown, list: unknown[]) => list.includes(item)
}

/** A pipeline: each stage is given the result of the one before as its last argument. */
function valueOf(expression: string, scope: Scope, named: Map<string, Node[]>): unknown {
  const tokens = expression.match(/"(?:[^"\\]|\\.)*"|[()|]|[^\s()|]+/g) ?? []
  const pipeline = (): unknown => {
    let value = call()
    while (tokens[0] === '|') { tokens.shift(); value = call(value) }
    return value
  }
  const call = (...piped: unknown[]): unknown => {
    const name = tokens[0] ?? ''
    if (!(name in FUNCTIONS) && name !== 'include') return argument()
    tokens.shift()
    const given: unknown[] = []
    while (tokens.length && tokens[0] !== '|' && tokens[0] !== ')') given.push(argument())
    if (name === 'include') return included(String(given[0]), given[1])
    return FUNCTIONS[name](...([...given, ...piped] as never[]))
  }
  const argument = (): unknown => {
    const token = tokens.shift()!
    if (token === '(') {
      const value = pipeline()
      tokens.shift()
      return value
    }
    if (token.startsWith('"')) return JSON.parse(token)
    if (/^\d+$/.test(token)) return Number(token)
    if (/^(\$\w*|\.)/.test(token)) return looked(token)
    throw new Error(`${token} in {{ ${expression} }} is beyond what the chart's templates are allowed to use`)
  }
  const looked = (token: string): unknown => {
    const [first, ...fields] = token.split('.'), start = first === '' ? scope.dot : first === '$' ? scope.root : scope.variables[first.slice(1)]
    return fields.filter(Boolean).reduce((value, field) => (value as Values | undefined)?.[field], start)
  }
  const included = (name: string, dot: unknown): string => {
    if (!named.has(name)) throw new Error(`No template is called ${name}`)
    return written(named.get(name)!, { ...scope, dot }, named)
  }
  return pipeline()
}
