import cds from '@sap/cds'
import { inTurn } from '../../turns'
import { dispatchSettings } from '../settings'
import { planSettings } from './settings'
import { claim, workOn } from './working'

/**
 * Works on the plans that wait, a few at a time. Whoever asks for a plan starts it; each instance also looks by itself, for what a
 * crash has left behind.
 */
export class PlanRound {
  private readonly lanes = new Set<Promise<void>>()
  private readonly shutdown = new AbortController()
  private isWanted = false
  private timer?: NodeJS.Timeout

  /** Never throws. Done when no plan waits. */
  async start(): Promise<void> {
    this.isWanted = true
    if (this.lanes.size < planSettings().parallel) {
      const lane: Promise<void> = this.work().finally(() => this.lanes.delete(lane))
      this.lanes.add(lane)
    }
    while (this.lanes.size) await Promise.all(this.lanes)
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
    await Promise.all(this.lanes)
  }

  private async work(): Promise<void> {
    try {
      while (this.isWanted && !this.shutdown.signal.aborted) {
        this.isWanted = false
        for (let job = await inTurn(claim); job; job = await inTurn(claim)) await workOn(job, this.shutdown.signal)
      }
    } catch (error) {
      cds.log('dispatch').error('Plans that wait could not be looked for; they will be looked for again', error)
    }
  }
}
