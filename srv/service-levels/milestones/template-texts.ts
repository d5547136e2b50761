import cds from '@sap/cds'
import { computeElements } from '../computed-elements'

interface TemplateMilestone {
  predecessors: string | null
  anchor_code: string | null
  minutes: number | null
  dueDay: number | null
  dueTime: string | null
  predecessorNames?: string
  targetText?: string
}

type Names = Map<string, string>
type Say = (key: string, ...args: (string | number)[]) => string

/** Says in words what comes before a template's milestone, and when it is due. */
export function keepTemplateTexts(service: cds.ApplicationService): void {
  const { TemplateMilestones, MilestoneKinds } = service.entities as Record<string, any>
  computeElements<TemplateMilestone>(service, TemplateMilestones, {
    elements: ['predecessorNames', 'targetText'],
    from: ['predecessors', 'anchor_code', 'minutes', 'dueDay', 'dueTime'],
    compute: async milestones => {
      const kinds = (await service.run(SELECT.from(MilestoneKinds).columns('code', 'name'))) as { code: string; name: string }[]
      const names = new Map(kinds.map(({ code, name }) => [code, name]))
      for (const milestone of milestones)
        Object.assign(milestone, { predecessorNames: predecessorsOf(milestone, names), targetText: targetOf(milestone, names, say) })
    }
  })
}

export function predecessorsOf({ predecessors }: Pick<TemplateMilestone, 'predecessors'>, names: Names): string {
  return (predecessors ?? '').split(/\s+/).filter(Boolean).map(code => names.get(code) ?? code).join(', ')
}

/** Such as “48 h after Fault Diagnosed” or “on day 2 by 17:00”; nothing for a target that is not complete. */
export function targetOf({ anchor_code, minutes, dueDay, dueTime }: Omit<TemplateMilestone, 'predecessors'>, names: Names, text: Say): string {
  if (anchor_code && minutes != null) {
    const anchor = names.get(anchor_code) ?? anchor_code
    if (!minutes) return text('milestoneTarget.at', anchor)
    return text(minutes < 0 ? 'milestoneTarget.before' : 'milestoneTarget.after', duration(Math.abs(minutes), text), anchor)
  }
  return dueDay != null && dueTime ? text(dueDay ? 'milestoneTarget.onDay' : 'milestoneTarget.sameDay', dueTime, dueDay) : ''
}

function duration(minutes: number, text: Say): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (!hours) return text('milestoneTarget.minutes', rest)
  return rest ? text('milestoneTarget.hoursMinutes', hours, rest) : text('milestoneTarget.hours', hours)
}

const say: Say = (key, ...args) => (cds.i18n.messages as any).at(key, cds.context?.locale ?? 'en', args) ?? key
