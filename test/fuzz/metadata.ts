import { XMLParser } from 'fast-xml-parser'

/** A property or parameter as `$metadata` declares it. `type` is the EDM's, without `Collection(…)`. */
export interface Field { name: string; type: string; many: boolean; nullable: boolean; maxLength?: number; precision?: number; scale?: number }
export interface Navigation { name: string; type: string; many: boolean; partner?: string; foreignKeys: { own: string; other: string }[] }
export interface Shape { name: string; keys: string[]; fields: Field[]; navigations: Navigation[]; hasStream: boolean }
export interface Operation { name: string; isFunction: boolean; /** The type it is bound to; `onMany`: to the collection. */ boundTo?: string; onMany: boolean; parameters: Field[] }
export interface ServiceMetadata { path: string; namespace: string; sets: { name: string; type: string }[]; shapes: Map<string, Shape>; operations: Operation[]; /** Unbound ones that can be called. */ imports: Operation[] }

type Xml = Record<string, any>
const parser = new XMLParser({
  ignoreAttributes: false, attributeNamePrefix: '',
  isArray: (_name, path, _isLeaf, isAttribute) => !isAttribute && /\.(EntitySet|Singleton|EntityType|ComplexType|Property|NavigationProperty|PropertyRef|ReferentialConstraint|Action|Function|Parameter|ActionImport|FunctionImport|Schema)$/.test(String(path))
})

/** @param xml what the service answers to `$metadata` */
export function readMetadata(path: string, xml: string): ServiceMetadata {
  const schema: Xml = parser.parse(xml)['edmx:Edmx']['edmx:DataServices'].Schema[0], namespace: string = schema.Namespace
  const short = (type: string) => type.replace(`${namespace}.`, '')
  const shapes = new Map<string, Shape>([...(schema.EntityType ?? []), ...(schema.ComplexType ?? [])].map((type: Xml) => [type.Name, shapeOf(type, short)]))
  const operations = [...(schema.Action ?? []).map((each: Xml) => operationOf(each, false, short)), ...(schema.Function ?? []).map((each: Xml) => operationOf(each, true, short))] as Operation[]
  const container: Xml = schema.EntityContainer
  const imported = new Set([...(container.ActionImport ?? []).map((each: Xml) => short(each.Action)), ...(container.FunctionImport ?? []).map((each: Xml) => short(each.Function))])
  return {
    path, namespace, shapes, operations,
    sets: (container.EntitySet ?? []).map((set: Xml) => ({ name: set.Name, type: short(set.EntityType) })),
    imports: operations.filter(({ name, boundTo }) => !boundTo && imported.has(name))
  }
}

function shapeOf(type: Xml, short: (type: string) => string): Shape {
  return {
    name: type.Name, keys: (type.Key?.PropertyRef ?? []).map((ref: Xml) => ref.Name), hasStream: type.HasStream === 'true',
    fields: (type.Property ?? []).map((property: Xml) => fieldOf(property, short)),
    navigations: (type.NavigationProperty ?? []).map((each: Xml) => {
      const { type: target, many } = typeOf(each.Type, short)
      const foreignKeys = (each.ReferentialConstraint ?? []).map((pair: Xml) => ({ own: pair.Property, other: pair.ReferencedProperty }))
      return { name: each.Name, type: target, many, partner: each.Partner, foreignKeys }
    })
  }
}

function operationOf(each: Xml, isFunction: boolean, short: (type: string) => string): Operation {
  const parameters: Xml[] = each.Parameter ?? [], bound = each.IsBound === 'true' ? typeOf(parameters[0].Type, short) : undefined
  return { name: each.Name, isFunction, boundTo: bound?.type, onMany: Boolean(bound?.many), parameters: parameters.slice(bound ? 1 : 0).map(parameter => fieldOf(parameter, short)) }
}

function fieldOf(each: Xml, short: (type: string) => string): Field {
  const number = (text?: string) => (text && /^\d+$/.test(text) ? Number(text) : undefined)
  return { name: each.Name, ...typeOf(each.Type, short), nullable: each.Nullable !== 'false', maxLength: number(each.MaxLength), precision: number(each.Precision), scale: number(each.Scale) }
}

function typeOf(text: string, short: (type: string) => string): { type: string; many: boolean } {
  const [, inner] = /^Collection\((.+)\)$/.exec(text) ?? []
  return { type: short(inner ?? text), many: Boolean(inner) }
}
