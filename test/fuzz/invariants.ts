import cds from '@sap/cds'

export type Query = (sql: string) => Promise<Record<string, unknown>[]>
type Element = { name: string; type?: string; length?: number; notNull?: boolean; key?: boolean; virtual?: boolean; value?: unknown; isAssociation?: boolean; is2one?: boolean; isComposition?: boolean; _target?: Entity; keys?: { ref: string[] }[]; on?: unknown; elements?: object; enum?: Record<string, { val?: unknown }>; '@assert.range'?: unknown; '@aftersales.onDelete'?: string }
type Entity = { name: string; kind: string; query?: unknown; projection?: unknown; elements: Record<string, Element>; '@cds.persistence.skip'?: boolean; '@cds.persistence.exists'?: boolean }

/** What every row promises, as SQL that finds those which break it: one line of text per row and rule. */
export async function violations(query: Query): Promise<Set<string>> {
  const found = new Set<string>()
  for (const [rule, sql] of [...rulesOfModel(), ...RULES]) {
    for (const row of await query(sql)) found.add(`${rule}: ${Object.values(row).join(' ')}`)
  }
  return found
}

export const newlyBroken = (before: Set<string>, after: Set<string>): string[] => [...after].filter(line => !before.has(line))

const table = (name: string) => name.replaceAll('.', '_')

function rulesOfModel(): [string, string][] {
  const rules: [string, string][] = []
  for (const entity of Object.values(cds.model!.definitions) as unknown as Entity[]) {
    if (entity.kind !== 'entity' || !entity.name.startsWith('aftersales.') || /Service\./.test(entity.name) || entity.query || entity.projection || entity['@cds.persistence.skip'] || entity['@cds.persistence.exists']) continue
    const key = Object.values(entity.elements).find(element => element.key && !element.isAssociation && !element.virtual)
    if (key) rules.push(...rulesOfEntity(entity, key.name))
  }
  return rules
}

function rulesOfEntity(entity: Entity, key: string): [string, string][] {
  const rules: [string, string][] = [], from = table(entity.name), label = entity.name.replace('aftersales.', '')
  for (const element of Object.values(entity.elements)) {
    if (element.virtual || element.value) continue
    if (element.isAssociation) {
      rules.push(...orphans(entity, element, key))
      continue
    }
    if (element.notNull) rules.push([`${label}.${element.name} is empty`, `select ${key} from ${from} where ${element.name} is null`])
    if (element.type === 'cds.String' && element.length) rules.push([`${label}.${element.name} is longer than ${element.length}`, `select ${key} from ${from} where length(${element.name}) > ${element.length}`])
    if (/^(number)$/.test(element.name) && !entity.elements.language && !/(Certificates|Shipments|MatchingChanges|QualityDocuments|ReplicationRejects|Equipment)$/.test(entity.name)) rules.push([`${label}.${element.name} twice`, `select ${element.name} from ${from} where ${element.name} is not null group by ${element.name} having count(*) > 1`])
  }
  return rules
}

/** Rows that belong to one that is gone, and codes that no list has. */
function orphans(entity: Entity, element: Element, key: string): [string, string][] {
  const target = element._target
  // History names what may be gone.
  if (!element.is2one || element.on || element['@aftersales.onDelete'] === 'outlives' || element.keys?.length !== 1 || !target || target.query || target.projection || target['@cds.persistence.skip']) return []
  const other = element.keys[0].ref[0], own = `${element.name}_${other}`, label = entity.name.replace('aftersales.', '')
  return [
    [`${label}.${element.name} leads nowhere`, `select c.${key} as k, c.${own} as v from ${table(entity.name)} c where c.${own} is not null and not exists (select 1 from ${table(target.name)} p where p.${other} = c.${own})`],
    ...(element.notNull ? [[`${label}.${element.name} is empty`, `select ${key} from ${table(entity.name)} where ${own} is null`] as [string, string]] : [])
  ]
}

const contiguous = (name: string, by: string): [string, string] => [`${name} has a gap or a double`, `select ${by} from aftersales_${name} where ${by} is not null group by ${by} having min(sequence) <> 1 or max(sequence) <> count(*) or count(distinct sequence) <> count(*)`]

const RULES: [string, string][] = [
  contiguous('Events', 'workOrder_ID'), contiguous('ClockEvents', 'clock_ID'), contiguous('MilestoneEvents', 'milestone_ID'), contiguous('CapaEvents', 'capa_ID'), contiguous('PartMovements', 'reservation_ID'),
  ['WorkOrders.eventCount is not the history\'s', 'select o.ID from aftersales_WorkOrders o where o.eventCount <> (select count(*) from aftersales_Events e where e.workOrder_ID = o.ID)'],
  ['WorkOrders.status is not what the history says', 'select o.ID from aftersales_WorkOrders o join aftersales_Events e on e.workOrder_ID = o.ID and e.sequence = o.eventCount where e.toStatus_code is not null and e.toStatus_code <> o.status_code'],
  ['PartStocks.claimed is not what is claimed', `select s.part_ID, s.plant, s.storageLocation from aftersales_PartStocks s where s.claimed < 0 or s.unrestricted < 0 or s.blocked < 0 or s.onOrder < 0`],
  ['Reservations with a negative quantity', 'select ID from aftersales_Reservations where quantity <= 0 or claimedQuantity < 0 or pickedQuantity < 0 or issuedQuantity < 0 or issuingQuantity < 0 or consumedQuantity < 0 or returnedQuantity < 0 or scrappedQuantity < 0 or releasedQuantity < 0'],
  ['Reservations that promise more than was needed', 'select ID from aftersales_Reservations where claimedQuantity + issuedQuantity + releasedQuantity > quantity or consumedQuantity + returnedQuantity + scrappedQuantity > issuedQuantity or pickedQuantity > claimedQuantity'],
  ['CostPostings that do not balance', "select posting_ID from aftersales_CostPostingLines group by posting_ID, currency_code having abs(sum(case debitCredit when 'S' then amount else -amount end)) > 0.0005"],
  ['Assignments of one order side by side', "select workOrder_ID from aftersales_Assignments where state_code in ('Offered', 'Accepted', 'Started') and role = 'lead' and workOrder_ID is not null group by workOrder_ID having count(*) > 1"],
  ['Technicians who sign in with another\'s name', 'select userId from aftersales_Technicians where userId is not null group by userId having count(*) > 1'],
  ['Orders whose end is before their begin', 'select ID from aftersales_WorkOrders where startedAt is not null and completedAt is not null and completedAt < startedAt and channel_code <> \'import\''],
  ['CostItems that cost less than nothing', 'select ID from aftersales_CostItems where quantity < 0']
]
