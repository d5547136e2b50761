import type { Chance } from './chance'
import type { ServiceMetadata, Shape } from './metadata'
import type { Pool } from './pool'
import { literal, oddValue, plainValue } from './values'

interface World { metadata: ServiceMetadata; pool: Pool; chance: Chance }
const COMPARISONS = ['eq', 'ne', 'gt', 'ge', 'lt', 'le']
const ODD_OPTIONS = ['$top=-1', '$skip=-1', '$top=x', '$top=99999999999999999999', '$skip=2147483648', '$skip=99999999999', '$filter=', '$filter=(((', '$orderby=', '$select=*', '$select=', '$expand=*', '$count=maybe', '$format=xml', '$apply=', '$apply=aggregate($count as n)', '$search=', '$search="', '$search=a AND NOT b OR "c d"', '$skiptoken=x', '$deltatoken=1', '$compute=1 as a', '$filter=1 eq 1', '$filter=null', '$filter=true', '$levels=3', 'sap-language=xx', '$nonsense=1', '$filter=not not true', '$top=0', '$index=1', '$apply=concat(aggregate($count as n),topcount(1,ID))', '$filter=ID in ()', '%00=%00', '$filter=%ZZ', '$filter=%E0%A4%A']

/** Options for a read of the shape, ready to stand in an address. */
export function queryOptions(world: World, shape: Shape): string {
  const { chance } = world
  const options = chance.weighted<() => string[]>([
    [3, () => [`$top=${chance.from([0, 1, 5, 20])}`]],
    [5, () => [`$filter=${filter(world, shape)}`, ...(chance.of(0.4) ? ['$count=true'] : []), '$top=10']],
    [2, () => [`$orderby=${chance.some(names(shape), 3).map(name => name + chance.from(['', ' desc', ' asc'])).join()}`, `$skip=${chance.from([0, 1, 1000])}`, '$top=5']],
    [3, () => [`$expand=${expand(world, shape, 0)}`, '$top=3']],
    [3, () => [`$apply=${apply(world, shape)}`]],
    [1, () => [`$select=${chance.some(names(shape), 5).join()}`, '$top=5']],
    [2, () => [`$search=${chance.from(['a', 'spindle', '"two words"', 'x AND y', 'NOT a', '主轴', "'", '%25', '_', 'a*', '1010', '-', '"', '()', 'a\u0000'])}`, '$top=5']],
    [2, () => [chance.from(ODD_OPTIONS)]]
  ])()
  return options.map(option => encodeURI(option).replaceAll('#', '%23').replaceAll('+', '%2B').replaceAll('%25ZZ', '%ZZ').replaceAll('%2500', '%00').replaceAll('%25E0', '%E0').replaceAll('%25A4', '%A4')).join('&')
}

const names = ({ fields }: Shape) => fields.filter(({ type }) => type !== 'Edm.Stream').map(({ name }) => name)

function filter(world: World, shape: Shape, depth = 0): string {
  const { chance, metadata } = world, field = chance.from(shape.fields), to = shape.navigations.length ? chance.from(shape.navigations) : undefined, target = to && metadata.shapes.get(to.type)
  return chance.weighted<() => string>([
    [6, () => comparison(world, shape, field.name)],
    [2, () => (depth < 2 ? `(${filter(world, shape, depth + 1)}) ${chance.from(['and', 'or'])} not (${filter(world, shape, depth + 1)})` : comparison(world, shape, field.name))],
    [2, () => `${chance.from(['contains', 'startswith', 'endswith'])}(${chance.of(0.5) ? field.name : `tolower(${field.name})`},${literal(oddValue({ ...field, type: 'Edm.String' }, chance), 'Edm.String')})`],
    [1, () => `${chance.from(['length', 'year', 'month', 'day', 'hour', 'minute', 'second', 'round', 'floor', 'ceiling', 'trim', 'date', 'time', 'fractionalseconds', 'totaloffsetminutes', 'totalseconds'])}(${field.name}) ${chance.from(COMPARISONS)} ${chance.from(['0', '1', "'x'", '2026-11-22', 'null'])}`],
    [1, () => `${field.name} in (${[0, 1].map(() => literal(plainValue(field, chance), field.type)).join()})`],
    [1, () => `${field.name} ${chance.from(['add', 'sub', 'mul', 'div', 'mod'])} ${chance.from(['0', '1', '2.5', '99999999999'])} gt 1`],
    [1, () => `indexof(${field.name},'a') eq ${chance.from(['0', '-1'])}`],
    [2, () => (!target ? `${field.name} eq null` : to.many ? `${to.name}/${chance.from(['any', 'all'])}(x:${comparison(world, target, chance.from(target.fields).name, 'x/')})` : comparison(world, target, chance.from(target.fields).name, `${to.name}/`))],
    [1, () => (to?.many ? `${to.name}/$count gt ${chance.below(3)}` : 'true')]
  ])()
}

function comparison({ chance, metadata, pool }: World, shape: Shape, name: string, prefix = ''): string {
  const field = shape.fields.find(each => each.name === name)!
  const value = chance.of(0.4) ? pool.valueOf(metadata, field, shape, chance) : chance.of(0.5) ? plainValue(field, chance) : oddValue(field, chance)
  return `${prefix}${name} ${chance.from(COMPARISONS)} ${literal(value, chance.of(0.9) ? field.type : 'Edm.String')}`
}

function expand(world: World, shape: Shape, depth: number): string {
  const { chance, metadata } = world
  if (!shape.navigations.length) return 'none'
  return [...new Set(chance.some(shape.navigations, 2))].map(({ name, type }) => {
    const target = metadata.shapes.get(type)
    if (!target || chance.of(0.5)) return name
    const inner = chance.weighted<() => string>([
      [2, () => `$top=${chance.below(3)}`], [2, () => `$select=${chance.some(names(target), 2).join()}`], [1, () => `$filter=${comparison(world, target, chance.from(target.fields).name)}`], [1, () => `$orderby=${chance.from(names(target))} desc`],
      [depth < 5 ? 3 : 0, () => `$expand=${expand(world, target, depth + 1)}`], [1, () => '$count=true'], [1, () => '$levels=2']
    ])()
    return `${name}(${inner})`
  }).join()
}

function apply(world: World, shape: Shape): string {
  const { chance } = world, field = () => chance.from(names(shape))
  return chance.weighted<() => string>([
    [3, () => `groupby((${chance.some(names(shape), 2).join()}))`],
    [3, () => `groupby((${field()}),aggregate(${field()} with ${chance.from(['sum', 'min', 'max', 'average', 'countdistinct'])} as total))`],
    [2, () => `aggregate(${field()} with ${chance.from(['sum', 'min', 'max', 'average', 'countdistinct', 'custom'])} as ${chance.from(['total', 'ID', 'select', 'a-b'])})`],
    [2, () => `filter(${filter(world, shape)})/groupby((${field()}),aggregate($count as n))`],
    [1, () => `search(${chance.from(['a', '"'])})/aggregate($count as n)`],
    [1, () => `orderby(${field()})/top(2)/skip(1)`],
    [1, () => `${chance.from(['topcount', 'bottomcount', 'toppercent', 'topsum'])}(${chance.from(['2', '-1', 'x'])},${field()})`],
    [1, () => `concat(groupby((${field()})),aggregate($count as n))`],
    [1, () => `compute(${field()} mul 2 as twice)`]
  ])()
}
