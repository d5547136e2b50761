import type { Needs } from './job'

/** A row of `WorkRequirements`: criteria that are empty fit every order. */
export interface Requirement {
  orderType_code: string | null
  faultCategory_code: string | null
  deviceClass_code: string | null
  model: string | null
  skill_code: string | null
  minimumLevel: number | null
  certificate_code: string | null
  tool_code: string | null
  crewSize: number | null
  minutes: number | null
}

const CRITERIA = ['orderType_code', 'faultCategory_code', 'deviceClass_code', 'model'] as const

export type WorkFacts = Readonly<Record<(typeof CRITERIA)[number], string | null>>

/** What all requirements that fit an order ask for together; where they differ the greater figure holds. */
export function needsOf(work: WorkFacts, requirements: Requirement[], usualMinutes: number): Needs {
  const fitting = requirements.filter(row => CRITERIA.every(field => !row[field] || row[field] === work[field]))
  const levels = new Map<string, number>()
  for (const { skill_code: skill, minimumLevel } of fitting) if (skill) levels.set(skill, Math.max(levels.get(skill) ?? 0, minimumLevel ?? 1))
  const minutes = fitting.map(row => row.minutes ?? 0)
  return {
    skills: [...levels].map(([skill, level]) => ({ skill, level })),
    certificates: distinct(fitting.map(row => row.certificate_code)),
    tools: distinct(fitting.map(row => row.tool_code)),
    crewSize: Math.max(1, ...fitting.map(row => row.crewSize ?? 1)),
    minutes: Math.max(0, ...minutes) || usualMinutes
  }
}

const distinct = (codes: (string | null)[]) => [...new Set(codes.filter(code => code !== null && code !== ''))] as string[]
