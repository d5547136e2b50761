import type cds from '@sap/cds'
import { entities } from '../../entities'
import { fail } from '../../errors'
import { idOf } from '../../request-key'
import { notificationsBehind } from './evidence'
import { trendRound, watchTrends } from './round'

interface Signal { number: string; dimension_code: string; value: string; title: string | null; sinceWeek: string; state_code: string; decidedBy: string | null }

/** Series are counted by themselves; what a signal means a person decides. */
export function implementTrends(service: cds.ApplicationService): void {
  const { TrendSignals } = service.entities
  service.on('recalculateTrends', async req => {
    const { count } = await SELECT.one.from(entities().TrendSeries).columns('count(*) as count' as never) as unknown as { count: number }
    req.on('succeeded', () => { void trendRound.ask() })
    return Number(count)
  })
  service.on('accept', TrendSignals, async req => {
    const signal = await signalOf(req)
    const title = (req.data as { title?: string | null }).title?.trim() || (signal.title ?? signal.value)
    return service.send('createCapa', { title, notifications: await notificationsBehind(signal), signal_ID: idOf(req.params.at(-1)) })
  })
  service.on('dismiss', TrendSignals, async req => {
    const ID = idOf(req.params.at(-1))!, reason = (req.data as { reason: string }).reason.trim()
    const decided = { state_code: 'Dismissed', reason, decidedBy: req.user.id, decidedAt: req.timestamp.toISOString() }
    const changed = await UPDATE(entities().TrendSignals).with(decided as never).where({ ID, state_code: 'New' } as never)
    if (!changed) {
      const { number, decidedBy } = await signalOf(req)
      fail(409, 'TREND_SIGNAL_DECIDED', { args: [number, decidedBy] })
    }
    req.on('succeeded', () => { void trendRound.ask() })
    return SELECT.one.from(TrendSignals, { ID } as never)
  })
  watchTrends(service)
}

async function signalOf(req: cds.Request): Promise<Signal> {
  const ID = idOf(req.params.at(-1))!
  const signal = await SELECT.one.from(entities().TrendSignals).columns('number', 'dimension_code', 'value', 'title', 'sinceWeek', 'state_code', 'decidedBy').where({ ID }) as Signal | undefined
  return signal ?? fail(404, 'TREND_SIGNAL_UNKNOWN')
}
