import cds from '@sap/cds'
import { zoneOf } from '../../working-time/calendars'
import { computeElements } from '../computed-elements'
import { previewOf } from './preview'

interface Template { language: string; subject: string | null; body: string | null; previewSubject?: string; previewBody?: string; unknownPlaceholders?: string }

/** Shows how a text reads with its placeholders filled, and names those that notices don't know. */
export function keepTemplates(service: cds.ApplicationService): void {
  const { NoticeTemplates } = service.entities as Record<string, any>
  computeElements<Template>(service, NoticeTemplates, {
    elements: ['previewSubject', 'previewBody', 'unknownPlaceholders'],
    from: ['language', 'subject', 'body'],
    compute: templates => templates.forEach(template => {
      const { subject, body, unknown } = preview(template)
      Object.assign(template, { previewSubject: subject, previewBody: body, unknownPlaceholders: unknown.map(name => `{${name}}`).join(' ') })
    })
  })
  service.after(['CREATE', 'UPDATE'], NoticeTemplates, (_, req) => {
    const { unknown } = preview(req.data as Template)
    if (unknown.length) req.warn({ code: 'PLACEHOLDERS_UNKNOWN', message: 'PLACEHOLDERS_UNKNOWN', args: [unknown.map(name => `{${name}}`).join(' ')], target: 'body' } as never)
  })
}

const preview = ({ subject, body, language }: Template) => previewOf(subject ?? '', body ?? '', language ?? 'en', zoneOf({}))
