import { Round } from '../../round'
import { inTurn } from '../../turns'
import { closeChannels } from '../notices/channels'
import { deliverNotices } from '../notices/delivery'
import { isAnythingDue, sweep } from './sweep'

/** Gives the warnings that are due, and sends what is to be told. */
export class WarningRound extends Round {
  constructor() {
    super('service-levels', 'Warnings and notices could not be dealt with; they will be looked for again')
  }

  override stop(): void {
    super.stop()
    closeChannels()
  }

  protected async doWork(): Promise<void> {
    await Promise.all([this.give(), deliverNotices(() => this.isStopped)])
    await deliverNotices(() => this.isStopped)
  }

  private async give(): Promise<void> {
    if (!(await inTurn(isAnythingDue))) return
    while (!this.isStopped) if (!(await inTurn(sweep)).isFull) return
  }
}
