import { entities } from '../../entities'
import { fail } from '../../errors'

/** The fields of a finding that name a code, and the catalog that it is from. */
export const CODED: Record<string, { catalog: string; group: string; code: string }[]> = {
  NotificationItems: [
    { catalog: '9', group: 'defectGroup', code: 'defectCode' },
    { catalog: 'B', group: 'objectPartGroup', code: 'objectPartCode' },
    { catalog: 'E', group: 'locationGroup', code: 'locationCode' }
  ],
  NotificationCauses: [{ catalog: '5', group: 'causeGroup', code: 'causeCode' }],
  NotificationTasks: [{ catalog: '2', group: 'taskGroup', code: 'taskCode' }],
  NotificationActivities: [{ catalog: '8', group: 'activityGroup', code: 'activityCode' }]
}

/** A finding as somebody wants to store it. */
export interface Finding {
  entity: string
  row: Record<string, unknown>
  /** As it is stored; nothing for a new one. */
  before?: Record<string, unknown>
  /** Where it stands in the request, for instance `items(ID=…,IsActiveEntity=false)/`. */
  path: string
}

/** 422 for the first code that the profile does not let choose, or that is no longer chosen. What is stored already stays. */
export async function refuseForeignCodes(profile_code: string | null | undefined, findings: Finding[]): Promise<void> {
  const chosen = findings.flatMap(choicesOf)
  if (!chosen.length) return
  const { CatalogProfileGroups, Codes } = entities()
  const allowed = new Set((await SELECT.from(CatalogProfileGroups).columns('catalog_code', 'codeGroup').where({ profile_code: profile_code ?? '' })).map(keyOfGroup))
  const known = (await SELECT.from(Codes).columns('catalog_code', 'codeGroup', 'code').where({ isActive: true, code: { in: [...new Set(chosen.map(({ code }) => code))] } })) as CodeRow[]
  const active = new Set(known.map(row => `${keyOfGroup(row)}/${row.code}`))
  for (const { catalog, group, code, target } of chosen) {
    const key = keyOfGroup({ catalog_code: catalog, codeGroup: group })
    if (!allowed.has(key) || !active.has(`${key}/${code}`)) fail(422, 'FINDING_CODE_NOT_ALLOWED', { target, args: [`${group ?? ''} ${code}`.trim(), await nameOfProfile(profile_code)] })
  }
}

interface CodeRow { catalog_code: string; codeGroup: string; code: string }
const keyOfGroup = ({ catalog_code, codeGroup }: { catalog_code?: unknown; codeGroup?: unknown }) => `${catalog_code}/${codeGroup}`

function choicesOf({ entity, row, before, path }: Finding) {
  return (CODED[entity] ?? []).flatMap(({ catalog, group, code }) => {
    const now = { group: row[group] === undefined ? before?.[group] : row[group], code: row[code] === undefined ? before?.[code] : row[code] }
    const isSame = before && now.group === before[group] && now.code === before[code]
    return isSame || !now.code ? [] : [{ catalog, group: now.group as string, code: now.code as string, target: path + code }]
  })
}

async function nameOfProfile(code: string | null | undefined): Promise<string> {
  if (!code) return '–'
  const [row] = (await SELECT.localized.from(entities().CatalogProfiles).columns('name').where({ code })) as { name: string | null }[]
  return row?.name ?? code
}
