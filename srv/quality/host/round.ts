import cds from '@sap/cds'
import { hasHostErp } from '../../present'
import { Round } from '../../round'
import { followHostDocuments } from './coming-back'

/** Asks what people of the host did to our documents. */
export class HostQualityRound extends Round {
  constructor() {
    super('quality', 'Quality documents of the host could not be followed; the next round makes up for it')
  }

  protected async doWork(): Promise<void> {
    if (hasHostErp()) await followHostDocuments().catch(error => cds.log('quality').info('The host could not be asked for its quality documents:', (error as Error).message))
  }
}
