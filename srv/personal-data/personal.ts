/** Elements of an entity or type that tell about persons, as annotated. */
export interface Personal { personal: Set<string>; sensitive: Set<string>; subjects: Map<string, { type: string; role?: string }>; isSubject: boolean; role?: string }

export interface Annotated {
  name: string
  elements: Record<string, AnnotatedElement>
  keys?: Record<string, { name: string; isAssociation?: boolean; virtual?: boolean }>
  isDraft?: boolean
  actives?: Annotated
  [annotation: `@${string}`]: unknown
}
export interface AnnotatedElement {
  name: string
  _target?: Annotated
  isComposition?: boolean
  is2many?: boolean
  elements?: Record<string, AnnotatedElement>
  items?: AnnotatedElement
  [annotation: `@${string}`]: unknown
}

const known = new WeakMap<object, Personal>()

/** Keys of associations count as their association does. */
export function personalOf(structure: Annotated): Personal {
  const found = known.get(structure)
  if (found) return found
  const result: Personal = {
    personal: new Set(), sensitive: new Set(), subjects: new Map(),
    isSubject: structure['@PersonalData.EntitySemantics'] === 'DataSubject', role: structure['@PersonalData.DataSubjectRole'] as string | undefined
  }
  for (const element of Object.values(structure.elements ?? {})) {
    const association = structure.elements[element['@odata.foreignKey4'] as string]
    const has = (annotation: `@${string}`) => Boolean(element[annotation] || association?.[annotation])
    if (element._target) continue
    if (has('@PersonalData.IsPotentiallySensitive')) result.sensitive.add(element.name)
    else if (has('@PersonalData.IsPotentiallyPersonal')) result.personal.add(element.name)
    if (association?.['@PersonalData.FieldSemantics'] === 'DataSubjectID' && association._target) {
      result.subjects.set(element.name, { type: association._target.name, role: association._target['@PersonalData.DataSubjectRole'] as string })
      result.personal.add(element.name)
    }
  }
  known.set(structure, result)
  return result
}

export const keysOf = ({ keys }: Annotated): string[] =>
  Object.values(keys ?? {}).filter(key => !key.isAssociation && !key.virtual && key.name !== 'IsActiveEntity').map(({ name }) => name)

export const isAboutPersons = (structure: Annotated): boolean => {
  const { personal, sensitive } = personalOf(structure)
  return personal.size + sensitive.size > 0
}
