/**
 * What a complaint handling record must hold.
 *
 * 21 CFR 820.35(a): name of the device, date received, UDI or other identification, name, address and phone of who complained (kept with the order; the record says where),
 * nature and details, correction or corrective action, reply. ISO 13485 8.2.2: every complaint is investigated, or the justification is documented; who justified
 * it is part of it.
 */

export interface ComplaintRecord {
  receivedOn?: string | null
  complainantReference?: string | null
  nature?: string | null
  deviceAvailable?: boolean | null
  isInvestigationNeeded?: boolean | null
  justification?: string | null
  justifiedBy?: string | null
  investigation?: string | null
  investigatedOn?: string | null
  investigatedBy?: string | null
  result?: string | null
  correctiveAction?: string | null
  reply?: string | null
}

/** What the notification itself says of the device. */
export interface ComplaintDevice {
  model?: string | null
  serialNumber?: string | null
  udi?: string | null
  batch?: string | null
}

const ALWAYS = ['receivedOn', 'complainantReference', 'nature', 'correctiveAction', 'reply'] as const
const INVESTIGATED = ['investigation', 'investigatedOn', 'investigatedBy', 'result'] as const
const JUSTIFIED = ['justification', 'justifiedBy'] as const

/** Names of the fields that are missing, in the order of the record; none when it is complete. */
export function missingIn(record: ComplaintRecord | null | undefined, device: ComplaintDevice): string[] {
  const asked: readonly (keyof ComplaintRecord)[] = [...ALWAYS, ...(record?.isInvestigationNeeded === false ? JUSTIFIED : INVESTIGATED)]
  return [
    ...(device.model?.trim() ? [] : ['model']),
    ...([device.udi, device.serialNumber, device.batch].some(given => given?.trim()) ? [] : ['udi']),
    ...asked.filter(field => !String(record?.[field] ?? '').trim()),
    ...(record?.deviceAvailable == null ? ['deviceAvailable'] : [])
  ]
}

/**
 * A complaint that may have to be reported is always investigated (21 CFR 820.35(a), part 803): for these no justification is enough.
 *
 * @param harm whether somebody was hurt; unknown counts as yes
 */
export const mustBeInvestigated = (harm: boolean, isReportable: boolean): boolean => harm || isReportable
