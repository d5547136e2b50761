import cds from '@sap/cds'
import { fail } from '../../errors'
import { type Restricted, mayCall, mayDo } from '../../permissions'
import { isTransactionOpen, readFirst } from '../../reading-first'
import { idOf } from '../../request-key'
import { followHostDocuments, noteAnnounced, refreshDocument } from './coming-back'
import { tellDelivery } from './delivery'
import { handOverAgain, handOverOnce } from './handing-over'
import { followMessages } from './outcomes'
import { HostQualityRound } from './round'
import { qualityHostSettings } from './settings'

const TOPIC = 'sap.s4.beh.qualitynotification.v1.QualityNotification'

/** The notification in the host: handed over when it is taken up, and what comes back. */
export function implementHost(service: cds.ApplicationService): void {
  const { QualityNotifications } = service.entities
  const round = new HostQualityRound()
  tellDelivery(service)
  service.on('QualityNotification.Changed', ({ data: { ID } }: { data: { ID: string } }) => handOverOnce(ID))
  service.on('sendToHost', QualityNotifications, async req => {
    const ID = idOf(req.params.at(-1))!
    await handOverAgain(ID)
    await service.emit('QualityNotification.Changed', { ID })
    return SELECT.one.from(QualityNotifications, { ID } as never)
  })

  // The host is asked before a transaction is open; what it said is only shown then.
  readFirst(service, 'refreshFromHost', async req => {
    if (mayDo(req.user, 'refreshFromHost', QualityNotifications as Restricted)) await asked(() => refreshDocument(idOf(req.params.at(-1))!))
  })
  service.on('refreshFromHost', QualityNotifications, req => SELECT.one.from(QualityNotifications, { ID: idOf(req.params.at(-1)) } as never))
  readFirst(service, 'followHost', async req => {
    if (mayCall(req.user, service.operations.followHost as Restricted)) await asked(followHostDocuments)
  })
  service.on('followHost', () => {})

  round.wakeBy(service, {
    event: 'followHostDocuments', interval: '1m', task: 'quality-host', look: () => qualityHostSettings().hostLook,
    otherwise: 'Quality documents of the host are followed by each instance alone, as the task could not be scheduled'
  })
  cds.once('served', async () => {
    followMessages(() => void round.start())
    await listen(() => void round.start())
  })
}

async function asked(read: () => Promise<void>): Promise<void> {
  if (isTransactionOpen()) fail(409, 'ONE_AT_A_TIME')
  await read().catch(({ message, isFinal }) => (isFinal ? fail(502, 'HOST_REFUSED', { args: [message] }) : fail(503, 'HOST_UNAVAILABLE')))
}

/** Where no messaging service is configured, changes come by the round alone. */
async function listen(readSoon: () => void): Promise<void> {
  const { messaging } = cds.env.requires as Record<string, unknown>
  if (!messaging) return
  const events = await cds.connect.to('messaging')
  for (const event of ['Changed', 'Completed', 'Deleted'])
    events.on(`${TOPIC}.${event}.v1`, async ({ data }: { data: { QualityNotification?: unknown } }) => {
      const { QualityNotification: number } = data
      if (typeof number !== 'string' || !(await noteAnnounced('notification', number))) return
      ;(cds.context as unknown as cds.Request).on('succeeded', readSoon)
    })
}
