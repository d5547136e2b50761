import { setTimeout as wait } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import cds from '@sap/cds'
import type { Request, Response } from 'express'
import express from 'express'
import type HostErpService from '../../srv/host-erp/service'
import { usePreparedModel } from '../setup/prepared'

/**
 * The service as a process of its own, which the fault run may kill at any moment. It takes orders for
 * documents from its parent, and claims over HTTP; everything else is the service as it always is.
 */
interface Order { id: number; kind: never; request: never; origin: never }

const { FAULTS_HOST, FAULTS_SHUTDOWN } = process.env
const CLAIM = { costObject: { costCenter: '10101301' }, items: [{ material: 'SP-1004', plant: '1010', storageLocation: '0001', quantity: '0.001' }] }

interface Listening { server: { address(): { port: number } } }

/** As `cds serve` does it, with its handling of signals. */
async function serve(): Promise<void> {
  const facade = cds as unknown as { plugins: Promise<unknown>; exec(...args: string[]): Promise<Listening> }
  await facade.plugins
  Object.assign(cds.env.requires, { S4HANA: JSON.parse(FAULTS_HOST!), ...(FAULTS_SHUTDOWN && { observing: { shutdown: JSON.parse(FAULTS_SHUTDOWN) } }) })
  usePreparedModel()
  cds.once('bootstrap', app => {
    app.post('/claim', express.json(), (req, res) => { void claim(req, res) })
    app.get('/slow', (req, res) => { void slowly(req, res) })
  })
  cds.once('served', async () => {
    const host = await hostErp()
    host.on('HostMessage.Confirmed' as never, (({ data }: { data: { wasThere: boolean } }) => { process.send!({ confirmed: true, wasThere: data.wasThere }) }) as never)
  })
  const { server } = await facade.exec('all', '--port', '0')
  process.on('message', order => { if ((order as { memory?: true }).memory) tellMemory(); else void take(order as Order) })
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

/** What stays after the garbage is gone. */
function tellMemory(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  const { rss, heapUsed, external } = process.memoryUsage()
  process.send!({ memory: { rss, heapUsed, external } })
}

/** Needs the database at its end, not only at its beginning. */
async function slowly({ query }: Request, res: Response): Promise<void> {
  await wait(Number(query.ms))
  const { orders } = await asUser(() => SELECT.one.from('aftersales.WorkOrders').columns('count(*) as orders' as never) as unknown as Promise<{ orders: unknown }>)
  res.json({ orders: Number(orders) })
}

process.once('disconnect', () => process.exit(0))
serve().catch(error => {
  console.error(error)
  process.exit(1)
})
