import cds from '@sap/cds'
import type { Request, Response } from 'express'
import express from 'express'
import type HostErpService from '../../srv/host-erp/service'

/**
 * The service as a process of its own, which the fault run may kill at any moment. It takes orders for
 * documents from its parent, and claims over HTTP; everything else is the service as it always is.
 */
interface Order { id: number; kind: never; request: never; origin: never }

const { FAULTS_HOST } = process.env
const CLAIM = { costObject: { costCenter: '10101301' }, items: [{ material: 'SP-1004', plant: '1010', storageLocation: '0001', quantity: '0.001' }] }

async function serve(): Promise<void> {
  const facade = cds as unknown as { plugins: Promise<unknown>; emit(event: string, data: object): void; server(options: object): Promise<{ listening: boolean; address(): { port: number }; once(event: string, then: () => void): void }> }
  await facade.plugins
  Object.assign(cds.env.requires, { S4HANA: JSON.parse(FAULTS_HOST!) })
  cds.once('bootstrap', app => app.post('/claim', express.json(), (req, res) => { void claim(req, res) }))
  const server = await facade.server({ service: 'all', from: '*', port: 0 })
  if (!server.listening) await new Promise<void>(resolve => server.once('listening', resolve))
  const host = await hostErp()
  host.on('HostMessage.Confirmed' as never, (({ data }: { data: { wasThere: boolean } }) => { process.send!({ confirmed: true, wasThere: data.wasThere }) }) as never)
  facade.emit('listening', { server })
  process.on('message', order => { void take(order as Order) })
  process.send!({ ready: true, port: server.address().port })
}

const hostErp = async () => (await cds.connect.to('aftersales.HostErpService')) as unknown as HostErpService

const asUser = <T>(work: () => Promise<T>) => cds.tx({ user: cds.User.privileged } as never, work as never) as unknown as Promise<T>

async function take({ id, kind, request, origin }: Order): Promise<void> {
  try {
    const host = await hostErp()
    await asUser(() => host.submit(kind, request, origin))
    process.send!({ id, done: true })
  } catch (error) {
    process.send!({ id, done: false, error: String(error) })
  }
}

/** What a page of the spare-parts capability does: a part is claimed for an order, which is taken in the same transaction if there is none. */
async function claim({ body }: Request, res: Response): Promise<void> {
  try {
    const [orders, host] = [await cds.connect.to('aftersales.WorkOrderService'), await hostErp()]
    const workOrder_ID = await asUser(async () => {
      const ID: string = body.workOrder_ID ?? (await orders.send('intake', { channel_code: 'phone', serialNumber: 'LAT-0420-1105', symptom: 'Spindle makes a loud noise' })).ID
      await host.submit('reservation.create', CLAIM, { workOrder_ID: ID })
      return ID
    })
    res.json({ workOrder_ID })
  } catch (error) {
    res.status(500).json({ error: String(error) })
  }
}

process.once('disconnect', () => process.exit(0))
serve().catch(error => {
  console.error(error)
  process.exit(1)
})
