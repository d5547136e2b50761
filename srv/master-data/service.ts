import cds from '@sap/cds'
import { mayCall, type Restricted } from '../permissions'
import { guardReading } from '../reading-guards'
import { idOf } from '../request-key'
import { listen } from './replication/announcements'
import { load } from './replication/load'
import type { ReplicationObject } from './replication/records'
import { cancel, create, resume } from './replication/runs'
import { inBackground } from './replication/transactions'
import { keepWatching } from './replication/watch'
import { stockOf } from './stock'

/** Replicas are read by CAP's generic handlers; what is written here are runs of replication. */
export default class MasterDataService extends cds.ApplicationService {
  async init() {
    guardReading(this)
    this.on('replicate', req => this.startLoad(req))
    this.on('cancel', 'ReplicationRuns', req => this.cancelRun(req))
    this.on('resume', 'ReplicationRuns', req => this.resumeRun(req))
    this.on('READ', 'CurrentUser', req => ({ userId: req.user.id, mayReplicate: mayCall(req.user, (this.actions as Record<string, unknown>).replicate as Restricted) }))
    this.on('stock', req => this.readStock(req))
    await this.listenToHost()
    cds.once('listening', keepWatching)
    await super.init()
  }

  /** Answers at once: the load goes on in the background when the run is stored. */
  private async startLoad(req: cds.Request) {
    const { object_code, mode_code } = req.data as { object_code: ReplicationObject; mode_code: 'full' | 'delta' }
    const ID = await create(object_code, mode_code, req.user.id)
    req.on('succeeded', () => inBackground(() => load(ID)))
    return this.stored(ID)
  }

  private async cancelRun(req: cds.Request) {
    const ID = runOf(req)
    await cancel(ID)
    return this.stored(ID)
  }

  private async resumeRun(req: cds.Request) {
    const ID = runOf(req)
    await resume(ID)
    req.on('succeeded', () => inBackground(() => load(ID)))
    return this.stored(ID)
  }

  private async readStock(req: cds.Request) {
    const { material, plant } = req.data as { material: string; plant?: string }
    const { levels, readAt } = await stockOf(material, plant)
    return levels.map(level => ({ ...level, readAt: readAt.toISOString(), ageSeconds: Math.round((Date.now() - readAt.getTime()) / 1000) }))
  }

  /** Where no messaging service is configured, changes come by schedule alone. */
  private async listenToHost() {
    const { messaging } = cds.env.requires as Record<string, unknown>
    if (messaging) listen(await cds.connect.to('messaging'))
  }

  private stored(ID: string) {
    return SELECT.one.from(this.entities.ReplicationRuns, { ID } as never)
  }
}

const runOf = (req: cds.Request) => idOf(req.params.at(-1))!
