import cds from '@sap/cds'
import { entities } from '../../entities'
import { host, NOTIFICATIONS } from './handing-over'

interface Told { ID: string; cause: { entity?: string; ID?: string }; document?: string; isRefusal?: boolean }

/**
 * The host's number, or its refusal, in the transaction that stores the message's state.
 * @param readSoon has the new document read, so that its status is shown
 */
export function followMessages(readSoon: () => void): void {
  const { QualityNotifications, HostQualityObjects } = entities()
  const ofQuality = (work: (told: Told, ID: string) => Promise<unknown>) => async ({ data }: { data: Told }) => {
    if (data.cause.entity !== NOTIFICATIONS || !data.cause.ID) return
    await work(data, data.cause.ID)
    await cds.services['aftersales.QualityService'].emit('QualityNotification.Changed', { ID: data.cause.ID })
  }
  host().on('HostMessage.Confirmed', ofQuality(async ({ ID: hostMessage_ID, document }, ID) => {
    const stripped = document!.replace(/^0+(?=\d)/, '')
    // A message that another one took the place of says nothing any more.
    if (!(await UPDATE(QualityNotifications).with({ hostDocument: stripped }).where({ ID, hostMessage_ID }))) return
    await UPDATE(HostQualityObjects).with({ document: stripped, isRefused: false, isAnnounced: true }).where({ notification_ID: ID })
    ;(cds.context as unknown as { on(event: 'succeeded', then: () => void): void }).on('succeeded', readSoon)
  }))
  host().on('HostMessage.NeedsAttention', ofQuality(async ({ isRefusal = false }, ID) => {
    await UPDATE(HostQualityObjects).with({ isRefused: isRefusal }).where({ notification_ID: ID })
  }))
  host().on('HostMessage.GivenUp', ofQuality(async () => {}))
}
