import type cds from '@sap/cds'
import { maskedFor, type Structure } from './need'

type Term = string | { val: unknown }
interface Select { search?: Term[] | undefined; where?: unknown[] }

/** A search looks only into what its user may see: what is masked would be found out by what is found. */
export function narrowSearch(req: cds.Request): void {
  const { SELECT } = (req.query ?? {}) as { SELECT?: Select }
  const target = req.target as unknown as Structure | undefined
  if (!SELECT?.search || !target?.elements) return
  const hidden = maskedFor(req.user, target)
  const searched = searchedIn(target)
  if (!searched.some(path => hidden.has(path[0]))) return
  const shown = searched.filter(path => !hidden.has(path[0]))
  const found = { xpr: [SELECT.search].flat().map(term => (typeof term === 'object' && 'val' in term ? { xpr: contained(shown, String(term.val).replace(/^"(.*)"$/, '$1')) } : term)) }
  SELECT.where = SELECT.where ? [{ xpr: SELECT.where }, 'and', found] : [found]
  // Of `$apply` it is inherited from the query inside.
  SELECT.search = undefined
}

/** In one of the texts, upper and lower case alike. */
const contained = (paths: string[][], term: string): unknown[] => [{ val: 1 }, '=', { val: 0 }].concat(
  paths.flatMap(ref => ['or', { func: 'contains', args: [{ func: 'tolower', args: [{ ref }] }, { val: term.toLowerCase() }] }]) as never[]) as unknown[]

/** Paths of the elements that a search looks into: those named by `@cds.search`, else all texts. */
function searchedIn(entity: Structure): string[][] {
  const named = Object.entries(entity).filter(([key]) => key.startsWith('@cds.search.'))
  const wanted = named.filter(([, value]) => value).map(([key]) => key.slice('@cds.search.'.length).split('.'))
  // A projection inherits the annotation, and may lack some of what it names.
  if (wanted.length) return wanted.filter(([name]) => entity.elements[name])
  const left = new Set(named.map(([key]) => key.slice('@cds.search.'.length)))
  return Object.values(entity.elements)
    .filter(element => (element as { _type?: string })._type === 'cds.String' && !left.has(element.name) && !(element as { virtual?: boolean }).virtual)
    .map(({ name }) => [name])
}
