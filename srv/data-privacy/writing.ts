import cds from '@sap/cds'

/** A page of rows of an entity, and by what of them the person was found. */
export interface Chapter { entity: string; why: string; rows: Record<string, unknown>[] }
export interface Heading { exportedAt: string; subject: Record<string, unknown> }

/** One object: who it is about, and a list of entities with their rows. */
export async function* jsonParts(heading: Heading, chapters: AsyncIterable<Chapter>): AsyncGenerator<string> {
  yield `${JSON.stringify(heading, null, 1).slice(0, -2)},\n "data": [`
  let before = ''
  for await (const chapter of chapters) {
    yield `${before}\n  ${JSON.stringify(chapter)}`
    before = ','
  }
  yield '\n ]\n}\n'
}

/** The same for people: a table for each entity, with the labels that pages use. */
export async function* htmlParts({ exportedAt, subject }: Heading, chapters: AsyncIterable<Chapter>, locale: string): AsyncGenerator<string> {
  const text = (key: string) => (cds.i18n.messages.at(key, locale) as string | undefined) ?? key
  yield `<!doctype html><html lang="${escape(locale)}"><meta charset="utf-8"><title>${escape(text('privacy.exportTitle'))}</title>` +
    '<style>body{font:14px sans-serif;margin:2rem}table{border-collapse:collapse;margin:0 0 2rem}td,th{border:1px solid #999;padding:.2rem .5rem;text-align:left;vertical-align:top}</style>' +
    `<h1>${escape(text('privacy.exportTitle'))}</h1><p>${escape(Object.values(subject).filter(Boolean).join(' · '))}<br>${escape(exportedAt)}</p>`
  for await (const { entity, rows } of chapters) {
    const definition = cds.model!.definitions[entity] as unknown as { elements: Record<string, object> }
    const columns = Object.keys(rows[0])
    const label = (element: object | undefined, otherwise: string) => (element && (cds.i18n.labels.for(element as never, locale) as string | undefined)) || otherwise
    yield `<h2>${escape(label(definition, entity))}</h2><table><tr>${columns.map(name => `<th>${escape(label(definition.elements[name], name))}</th>`).join('')}</tr>`
    yield rows.map(row => `<tr>${columns.map(name => `<td>${escape(row[name])}</td>`).join('')}</tr>`).join('')
    yield '</table>'
  }
  yield '</html>\n'
}

const escape = (value: unknown): string => String(value ?? '').replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)
