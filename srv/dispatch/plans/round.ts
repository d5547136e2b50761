import cds from '@sap/cds'
import { forEachTenant, isMultitenant, PerTenant, tenantHere } from '../../tenants'
import { inTurn } from '../../turns'
import { dispatchSettings } from '../settings'
import { planSettings } from './settings'
import { claim, workOn } from './working'

/**
 * Works on the plans that wait, a few at a time. Whoever asks for a plan starts it; each instance also looks by itself, for what a
 * crash has left behind.
 */
export class PlanRound {
  /** Each tenant has its own. */
  private readonly work = new PerTenant(() => ({ lanes: new Set<Promise<void>>(), isWanted: false, gone: new AbortController() }), ({ gone, lanes }) => {
    gone.abort()
    return Promise.all(lanes)
  })
  private readonly shutdown = new AbortController()
  private timer?: NodeJS.Timeout

  /** Never throws. Done when no plan waits. */
  async start(): Promise<void> {
    if (isMultitenant() && !tenantHere()) return forEachTenant('dispatch', () => this.start())
    const work = this.work.here(), { lanes } = work
    work.isWanted = true
    if (lanes.size < planSettings().parallel) {
      const lane: Promise<void> = this.workAlong(work).finally(() => lanes.delete(lane))
      lanes.add(lane)
    }
    while (lanes.size) await Promise.all(lanes)
  }

  keepLooking(): void {
    const { look } = dispatchSettings()
    if (!look) return
    this.timer = setInterval(() => void this.start(), look)
    this.timer.unref()
    void this.start()
  }

  /** Done when plans that were being made are given back. */
  async stop(): Promise<void> {
    this.shutdown.abort()
    clearInterval(this.timer)
    await Promise.all(this.work.all().flatMap(({ lanes }) => [...lanes]))
  }

  private async workAlong(work: { isWanted: boolean; gone: AbortController }): Promise<void> {
    const signal = AbortSignal.any([this.shutdown.signal, work.gone.signal])
    try {
      while (work.isWanted && !signal.aborted) {
        work.isWanted = false
        for (let job = await inTurn(claim); job; job = await inTurn(claim)) await workOn(job, signal)
      }
    } catch (error) {
      cds.log('dispatch').error('Plans that wait could not be looked for; they will be looked for again', error)
    }
  }
}
