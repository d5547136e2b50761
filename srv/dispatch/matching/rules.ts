import { dayName, type Technician, type Validity } from './technician'
import type { Job } from './job'

/** What a sentence about a failed rule needs: its key beneath `rule.<code>` in the texts, and the values in it. */
export interface Failure {
  reason: string
  facts: Record<string, string | number>
}

/** One thing that is asked of everybody. The name tells what: the answers of the same name are the same, and kept. */
export interface Criterion {
  name: string
  holds(technician: Technician): boolean
}

/** Passes when all its criteria hold, whatever the score. `day` is the number of the visit's day. */
export interface Rule {
  code: string
  /** Asked of whoever leads the work only. */
  isOfLead?: boolean
  /** Another day may have another answer. */
  isOfDay?: boolean
  criteria(job: Job, day: number): Criterion[]
  /** Why it does not pass; asked of those only that are shown. */
  explain(technician: Technician, job: Job, day: number): Failure
}

const holds = ({ from, to }: Validity, day: number) => from <= day && day <= to

const isActive: Rule = {
  code: 'active',
  criteria: () => [{ name: 'active', holds: ({ isActive }) => isActive }],
  explain: () => ({ reason: 'left', facts: {} })
}

const notExcluded: Rule = {
  code: 'excluded',
  criteria: ({ excluded }) => (excluded.size ? [{ name: `excluded ${[...excluded].sort()}`, holds: ({ ID }) => !excluded.has(ID) }] : []),
  explain: () => ({ reason: 'byCustomer', facts: {} })
}

const inArea: Rule = {
  code: 'area',
  criteria: ({ area }) => (area ? [{ name: `area ${area}`, holds: ({ areas }) => !areas.length || areas.includes(area) }] : []),
  explain: ({ areas }, { area }) => ({ reason: 'elsewhere', facts: { area: area!, areas: areas.join(', ') } })
}

const hasSkill = (technician: Technician, skill: string, level: number, day: number) =>
  technician.skills.some(held => held.skill === skill && held.level >= level && holds(held, day))

const skilled: Rule = {
  code: 'skill',
  isOfLead: true,
  isOfDay: true,
  criteria: ({ needs }, day) => needs.skills.map(({ skill, level }) =>
    ({ name: `skill ${skill} ${level} ${day}`, holds: technician => hasSkill(technician, skill, level, day) })),
  explain: (technician, { needs }, day): Failure => {
    const { skill, level } = needs.skills.find(need => !hasSkill(technician, need.skill, need.level, day))!
    const held = technician.skills.filter(each => each.skill === skill)
    const valid = held.filter(each => holds(each, day))
    if (valid.length) return { reason: 'tooLow', facts: { skill, level: Math.max(...valid.map(each => each.level)), needed: level } }
    return { reason: held.length ? 'notValid' : 'missing', facts: { skill, needed: level, visit: dayName(day) } }
  }
}

const isCertified = (technician: Technician, kind: string, model: string | null, day: number) =>
  technician.certificates.some(held => held.kind === kind && covers(held.models, model) && holds(held, day))

const covers = (models: string[], model: string | null) => !models.length || (model !== null && models.includes(model))

const certified: Rule = {
  code: 'certificate',
  isOfLead: true,
  isOfDay: true,
  criteria: ({ needs, model }, day) => needs.certificates.map(kind =>
    ({ name: `certificate ${kind} ${model} ${day}`, holds: technician => isCertified(technician, kind, model, day) })),
  explain: (technician, { needs, model }, day): Failure => {
    const kind = needs.certificates.find(each => !isCertified(technician, each, model, day))!
    const facts = { certificate: kind, model: model ?? '', visit: dayName(day) }
    const held = technician.certificates.filter(each => each.kind === kind)
    const covering = held.filter(each => covers(each.models, model))
    if (!held.length) return { reason: 'missing', facts }
    if (!covering.length) return { reason: 'otherModels', facts: { ...facts, models: held.flatMap(each => each.models).join(', ') } }
    const latest = covering.reduce((a, b) => (b.to > a.to ? b : a))
    const named = { ...facts, certificate: latest.number ?? kind }
    return latest.to < day ? { reason: 'expired', facts: { ...named, expired: dayName(latest.to) } } : { reason: 'notYet', facts: { ...named, from: dayName(latest.from) } }
  }
}

const hasTool = (technician: Technician, kind: string, day: number) =>
  technician.tools.some(tool => tool.kind === kind && (!tool.needsCalibration || holds(tool, day)))

const equipped: Rule = {
  code: 'tool',
  isOfLead: true,
  isOfDay: true,
  criteria: ({ needs }, day) => needs.tools.map(kind => ({ name: `tool ${kind} ${day}`, holds: technician => hasTool(technician, kind, day) })),
  explain: (technician, { needs }, day): Failure => {
    const kind = needs.tools.find(each => !hasTool(technician, each, day))!
    const own = technician.tools.filter(tool => tool.kind === kind)
    if (!own.length) return { reason: 'missing', facts: { tool: kind } }
    const latest = own.reduce((a, b) => (b.to > a.to ? b : a))
    const due = Number.isFinite(latest.to) ? dayName(latest.to) : '–'
    return { reason: 'calibration', facts: { tool: kind, serialNumber: latest.serialNumber ?? '', due, visit: dayName(day) } }
  }
}

/** In the order in which they are checked; whether the visit fits into the day comes after them (see `fitting.ts`). */
const RULES: Rule[] = [isActive, notExcluded, inArea, skilled, certified, equipped]

export const rulesFor = ({ isSecond }: Job): Rule[] => RULES.filter(rule => !(isSecond && rule.isOfLead))
