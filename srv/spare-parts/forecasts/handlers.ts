import cds from '@sap/cds'
import { textOf } from '../../csv-import/texts'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { idOf } from '../../request-key'
import { rowsOf } from '../asking'
import { planningRound } from '../planning-round'
import { calculateOne, findUnforecast } from './calculating'

/** What parts' own history says of their future; kept each night, and on demand. */
export function implementForecasts(service: cds.ApplicationService): void {
  const { PartForecasts } = service.entities
  service.on('recalculate', PartForecasts, async req => {
    const ID = idOf(req.params.at(-1))!
    if (!(await calculateOne(ID))) fail(404, 'FORECAST_UNKNOWN')
    return SELECT.one.from(PartForecasts, { ID } as never)
  })
  service.on('recalculateForecasts', async req => {
    await findUnforecast()
    const dueAt = cds.context!.timestamp.toISOString()
    const count = await UPDATE(entities().PartForecasts).with({ dueAt } as never).where({ ID: { '!=': null } } as never)
    req.on('succeeded', () => { void planningRound.start() })
    return count
  })
  service.after('READ', PartForecasts, rows => explain([rows].flat() as Row[]))
}

interface Row { ID?: string; reasons?: string }
interface Facts { ID: string; facts: { code: string; args: string[] }[] | null }

/** Why a quantity is proposed, or none, in the reader's language. */
async function explain(rows: Row[]): Promise<void> {
  const asked = rows.filter(row => row?.ID)
  if (!asked.length) return
  const { PartForecasts } = entities()
  const known = await rowsOf<Facts>(SELECT.from(PartForecasts).columns('ID', 'facts').where({ ID: { in: asked.map(({ ID }) => ID) } }))
  const sentences = new Map(known.map(({ ID, facts }) => [ID, (facts ?? []).map(({ code, args }) => textOf(code, args)).join('\n')]))
  for (const row of asked) row.reasons = sentences.get(row.ID!)
}
