import cds from '@sap/cds'

type Row = Record<string, string | null | undefined>
interface Definition { elements: Record<string, Definition & { _target?: Definition }> }
interface Attribute { name: string; old?: string | null; new?: string | null }

/** What is stored by names of the model, in the words of pages: `undefined` parts are not asked for. */
export function makeReadable(service: cds.ApplicationService): void {
  const { PersonalDataLog, SealedValues, DataSubjects } = service.entities
  const eachRow = (entity: typeof PersonalDataLog, tell: (row: Row, locale: string) => Row) =>
    service.after('READ', entity, ((rows: Row[] | Row | null, req: cds.Request) => [rows ?? []].flat().forEach(row => Object.assign(row, tell(row, req.locale ?? 'en')))) as never)
  eachRow(DataSubjects, ({ kind }, locale) => ({ kindName: kind && (message(`privacy.kind.${kind}`, locale) ?? kind) }))
  eachRow(SealedValues, ({ entity, element }, locale) => ({ entityName: entity && labelOf(entity, locale), elementName: entity && element && labelIn(entity, element, locale) }))
  eachRow(PersonalDataLog, ({ event, objectType, objectID, attributes }, locale) => ({
    eventName: event && (message(`privacy.event.${event}`, locale) ?? event),
    objectName: objectType && labelOf(objectType, locale),
    rowsText: objectID && (/^\d+: /.test(objectID) ? message('privacy.rows', locale, [objectID.split(':')[0]]) : objectID),
    fields: attributes && objectType && (JSON.parse(attributes) as Attribute[]).map(attribute => told(attribute, objectType, locale)).join('; ')
  }))
}

function told({ name, old, new: now }: Attribute, entity: string, locale: string): string {
  const label = labelIn(entity, name, locale)
  return old === undefined && now === undefined ? label : `${label}: ${[old, now].filter(value => value !== undefined).map(value => value ?? '–').join(' → ')}`
}

const message = (key: string, locale: string, args?: string[]): string | undefined => cds.i18n.messages.at(key, locale, args as never) as string | undefined

const label = (definition: object | undefined, locale: string): string | undefined => (definition && cds.i18n.labels.for(definition as never, locale)) as string | undefined

const labelOf = (entity: string, locale: string): string => label(cds.model!.definitions[entity], locale) ?? entity.split('.').at(-1)!

/** Of an element, also one of rows below it such as `absences.comment`. */
function labelIn(entity: string, path: string, locale: string): string {
  let at = cds.model!.definitions[entity] as unknown as Definition | undefined
  return path.split('.').map(name => {
    const element: (Definition & { _target?: Definition }) | undefined = at?.elements?.[name]
    const association = at?.elements?.[(element as unknown as Record<string, string> | undefined)?.['@odata.foreignKey4'] ?? '']
    at = element?._target
    return label(element, locale) ?? label(association, locale) ?? name
  }).join(', ')
}
