import type { Chance } from './chance'
import type { Field, Operation, ServiceMetadata, Shape } from './metadata'
import type { Pool, Row } from './pool'
import { queryOptions } from './query-options'
import { fillable, literal, oddValue, plainValue } from './values'

/** One request; `creates` is the type of the row that a success answers with. */
export interface Asked { user: string; method: string; url: string; headers?: Record<string, string>; body?: unknown; creates?: string; metadata: ServiceMetadata; /** What is asked, to see who may ask it. */ what: string }
export type Draft = Omit<Asked, 'user' | 'metadata'>

/** Of 100: how a request's values are odd. The plain ones get deep into the rules, the odd ones hit the doors. */
const ODDNESS = [[45, 0], [35, 0.15], [12, 0.5], [8, 1]] as const

/** Random requests that fit a service's `$metadata`, or just fail to. */
export class Requests {
  constructor(readonly metadata: ServiceMetadata, readonly pool: Pool, readonly chance: Chance) {}

  any(): Draft {
    const { chance, metadata } = this
    return chance.weighted<() => Draft>([
      [24, () => this.read()], [8, () => this.readOne()], [14, () => this.create()], [13, () => this.change()], [3, () => this.remove()],
      [metadata.operations.some(({ boundTo }) => boundTo) ? 22 : 0, () => this.bound()], [metadata.imports.length ? 10 : 0, () => this.unbound()], [3, () => this.batch()], [3, () => this.odd()]
    ])()
  }

  private set = () => this.chance.from(this.metadata.sets)
  private shape = (type: string): Shape => this.metadata.shapes.get(type)!

  private read(): Draft {
    const { name, type } = this.set()
    const count = this.chance.of(0.08)
    return { method: 'GET', url: `/${name}${count ? '/$count' : ''}?${queryOptions(this, this.shape(type))}`, what: `GET ${name}` }
  }

  private readOne(): Draft {
    const { name, type } = this.set(), shape = this.shape(type), to = shape.navigations.length ? this.chance.from(shape.navigations) : undefined, field = this.chance.from(shape.fields)
    const [rest, target] = this.chance.weighted<[string, Shape | undefined]>([
      [3, ['', shape]], [3, to ? [`/${to.name}`, this.shape(to.type)] : ['', shape]], [1, [`/${field.name}`, undefined]], [1, [`/${field.name}/$value`, undefined]], [to ? 1 : 0, [`/${to?.name}/$count`, undefined]], [1, ['/$value', undefined]]
    ])
    return { method: 'GET', url: `/${name}${this.key(shape)}${rest}${target && this.chance.of(0.5) ? `?${queryOptions(this, target)}` : ''}`, what: `GET ${name}` }
  }

  private create(): Draft {
    const { name, type } = this.set(), shape = this.shape(type), to = this.chance.of(0.25) && shape.navigations.filter(({ many }) => many)
    if (to && to.length) {
      const navigation = this.chance.from(to)
      return { method: 'POST', url: `/${name}${this.key(shape)}/${navigation.name}`, body: this.row(this.shape(navigation.type), 1), creates: navigation.type, what: `POST ${name}` }
    }
    return { method: 'POST', url: `/${name}`, body: this.row(shape, 0), creates: type, what: `POST ${name}` }
  }

  private change(): Draft {
    const { name, type } = this.set(), shape = this.shape(type), odd = this.chance.weighted(ODDNESS)
    const fields = this.chance.some(fillable(shape), 4), put = this.chance.of(0.08)
    const body = put ? this.row(shape, 0) : Object.fromEntries(fields.map(field => [field.name, this.value(field, shape, odd)]))
    const headers = this.chance.of(0.25) ? { 'if-match': this.chance.from(['*', 'W/"x"', 'W/"2026-11-22T10:00:00.000Z"', '"', 'W/""']) } : undefined
    const property = this.chance.of(0.06) && fields.length ? `/${fields[0].name}` : ''
    return { method: put || property ? 'PUT' : 'PATCH', url: `/${name}${this.key(shape)}${property}`, body: property ? { value: body[fields[0].name] } : body, headers, what: `PATCH ${name}` }
  }

  private remove(): Draft {
    const { name, type } = this.set()
    return { method: 'DELETE', url: `/${name}${this.key(this.shape(type))}`, what: `DELETE ${name}` }
  }

  private bound(): Draft {
    const operation = this.chance.from(this.metadata.operations.filter(({ boundTo }) => boundTo))
    const set = this.metadata.sets.find(({ type }) => type === operation.boundTo)
    if (!set) return this.read()
    const at = `/${set.name}${operation.onMany ? '' : this.key(this.shape(set.type))}/${this.metadata.namespace}.${operation.name}`
    return this.call(operation, at, set.type)
  }

  private unbound(): Draft {
    const operation = this.chance.from(this.metadata.imports)
    return this.call(operation, `/${operation.name}`)
  }

  private call(operation: Operation, at: string, creates?: string): Draft {
    const odd = this.chance.weighted(ODDNESS), parameters = operation.parameters.filter(({ nullable }) => !nullable || this.chance.of(0.75) )
    const values = Object.fromEntries(parameters.filter(() => !this.chance.of(odd / 5)).map(field => [field.name, this.value(field, this.metadata.shapes.get(operation.boundTo ?? ''), odd)]))
    if (!operation.isFunction) return { method: 'POST', url: at, body: values, creates, what: `call ${operation.name}` }
    const fieldOf = (name: string) => operation.parameters.find(field => field.name === name)!
    const inline = Object.entries(values).map(([name, value]) => `${name}=${encodeURIComponent(literal(value, fieldOf(name).type))}`).join()
    return { method: 'GET', url: `${at}(${inline})`, what: `call ${operation.name}` }
  }

  private batch(): Draft {
    const { chance } = this
    const inner = Array.from({ length: 1 + chance.below(6) }, () => chance.from([() => this.read(), () => this.create(), () => this.change(), () => this.bound()])())
    const group = chance.of(0.4) ? { atomicityGroup: 'g1' } : {}
    const requests = inner.map(({ method, url, body, headers }, i) => ({ id: String(i), method, url: url.slice(1), headers: { 'content-type': 'application/json', ...headers }, ...(body !== undefined && { body }), ...group, ...(i && chance.of(0.1) ? { dependsOn: [chance.from(['0', '9', 'g1'])] } : {}) }))
    return { method: 'POST', url: '/$batch', body: { requests }, what: 'batch' }
  }

  /** What no client sends on purpose. */
  private odd(): Draft {
    const { chance } = this, { name } = this.set(), json = { 'content-type': 'application/json' }
    return chance.from<Draft>([
      { method: 'GET', url: `/${name}(`, what: 'odd' }, { method: 'GET', url: `/${name}()`, what: 'odd' }, { method: 'GET', url: `/${name}(1)(2)`, what: 'odd' }, { method: 'PATCH', url: `/${name}`, body: {}, what: 'odd' }, { method: 'DELETE', url: `/${name}`, what: 'odd' },
      { method: 'POST', url: `/${name}`, body: '{"a":', headers: json, what: 'odd' }, { method: 'POST', url: `/${name}`, body: 'null', headers: json, what: 'odd' }, { method: 'POST', url: `/${name}`, body: '[]', headers: json, what: 'odd' }, { method: 'POST', url: `/${name}`, body: '"x"', headers: json, what: 'odd' },
      { method: 'POST', url: `/${name}`, body: '<x/>', headers: { 'content-type': 'application/xml' }, what: 'odd' }, { method: 'POST', url: '/$batch', body: '', headers: { 'content-type': 'multipart/mixed' }, what: 'odd' }, { method: 'POST', url: '/$batch', body: '--b\r\n\r\n--b--', headers: { 'content-type': 'multipart/mixed;boundary=b' }, what: 'odd' },
      { method: 'POST', url: '/$batch', body: { requests: [{ id: '1', method: 'GET', url: chance.from(['//', 'http://[', '', '$1/x', '%', '../x']) }] }, what: 'odd' }, { method: 'POST', url: '/$batch', body: {}, what: 'odd' }, { method: 'POST', url: '/$batch', body: { requests: [null] }, what: 'odd' },
      { method: 'POST', url: '/$batch', body: '{}', headers: { 'content-type': 'text/plain' }, what: 'odd' }, { method: 'OPTIONS', url: `/${name}`, what: 'odd' }, { method: 'HEAD', url: `/${name}`, what: 'odd' }, { method: 'GET', url: '/$metadata?$format=yaml', what: 'odd' }, { method: 'GET', url: '/$crossjoin(a,b)', what: 'odd' },
      { method: 'GET', url: '/%', what: 'odd' }, { method: 'GET', url: '/%00', what: 'odd' }, { method: 'GET', url: '/..%2f..%2fetc', what: 'odd' }, { method: 'GET', url: `/${name}/$ref`, what: 'odd' }, { method: 'POST', url: `/${name}/$query`, body: '$top=1', headers: { 'content-type': 'text/plain' }, what: 'odd' },
      { method: 'POST', url: `/${name}`, body: JSON.parse('{"__proto__":{"a":1},"constructor":{"prototype":{}}}'), what: 'odd' }, { method: 'GET', url: `/${name}?$filter=${'('.repeat(2000)}true`, what: 'odd' }, { method: 'GET', url: `/${name}?$filter=${encodeURIComponent(Array.from({ length: 400 }, () => 'true').join(' or '))}`, what: 'odd' }
    ])
  }

  /** Of a row that was seen, made up, or both: `(ID=…,IsActiveEntity=true)`. */
  private key(shape: Shape): string {
    const seen = this.pool.rowOf(this.metadata, shape.name, this.chance), kind = this.chance.weighted([[80, 'seen'], [12, 'plain'], [8, 'odd']] as const)
    const fieldOf = (name: string) => shape.fields.find(field => field.name === name) ?? { name, type: 'Edm.String', many: false, nullable: false }
    const valueOf = (field: Field) => (kind === 'odd' ? oddValue(field, this.chance) : kind === 'seen' && seen && field.name in seen ? seen[field.name] : field.name === 'IsActiveEntity' ? this.chance.of(0.7) : plainValue(field, this.chance))
    return `(${shape.keys.map(name => `${name}=${encodeURIComponent(literal(valueOf(fieldOf(name)), fieldOf(name).type))}`).join()})`
  }

  private row(shape: Shape, depth: number): Row {
    const odd = this.chance.weighted(ODDNESS), fill = this.chance.from([0.3, 0.6, 0.9])
    const row: Row = {}
    for (const field of fillable(shape)) {
      const isKey = shape.keys.includes(field.name)
      if (isKey && field.name === 'IsActiveEntity') { if (this.chance.of(0.3)) row.IsActiveEntity = this.chance.of(0.8); continue }
      if (isKey && field.type === 'Edm.Guid' && this.chance.of(0.9)) continue
      if (isKey || !field.nullable || this.chance.of(fill)) row[field.name] = this.value(field, shape, odd)
    }
    if (depth < 2) for (const { name, type, many } of shape.navigations) if (this.chance.of(0.06)) row[name] = many ? Array.from({ length: this.chance.below(3) }, () => this.row(this.shape(type), depth + 1)) : this.chance.of(0.5) ? null : this.row(this.shape(type), depth + 1)
    return row
  }

  private value(field: Field, shape: Shape | undefined, odd: number): unknown {
    if (field.many) return this.chance.of(odd / 2) ? oddValue(field, this.chance) : Array.from({ length: this.chance.below(3) }, () => this.value({ ...field, many: false }, shape, odd))
    const nested = this.metadata.shapes.get(field.type)
    if (nested && !nested.keys.length) return this.chance.of(odd) ? oddValue(field, this.chance) : Object.fromEntries(nested.fields.map(inner => [inner.name, this.value(inner, nested, odd)]))
    if (this.chance.of(odd)) return oddValue(field, this.chance)
    return this.chance.of(0.75) ? this.pool.valueOf(this.metadata, field, shape, this.chance) ?? plainValue(field, this.chance) : plainValue(field, this.chance)
  }
}
