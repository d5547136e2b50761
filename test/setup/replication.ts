import cds from '@sap/cds'
import type { AxiosResponse } from 'axios'
import { anonymous } from '../host-erp/client'
import { MASTER_DATA, type App } from './app'
import type { HostUnderTest } from './host'

const QUICK = { pageSize: 5, firstDelay: 20, longestDelay: 100, maxFailures: 4, lease: 2_000, sweep: 100 }

type Row = Record<string, any>

const byNumberAndField = (a: Row, b: Row) => ([a.number, a.code, a.field].join() < [b.number, b.code, b.field].join() ? -1 : 1)

/** Runs of replication as an administrator sees them. */
export interface ReplicationUnderTest {
  /** Settings of replication from now on; those not named are as tests usually have them. */
  settings(changes: object): void
  start(object: string, mode?: string): Promise<AxiosResponse>
  /** Starts a run and waits for its end. */
  load(object: string, mode?: string): Promise<Row>
  /** Waits until the run is not running any more. */
  ended(ID: string): Promise<Row>
  act(ID: string, name: 'cancel' | 'resume'): Promise<AxiosResponse>
  read(path: string, language?: string): Promise<Row>
  rejects(ID: string, language?: string): Promise<Row[]>
  replica(entity: string, number: string): Promise<Row>
  /** Changes, creates or deletes a record in the host. */
  change(entity: string, key: object, data: object | 'delete'): Promise<void>
  /** Waits until what is read fulfils a condition. */
  until<T>(read: () => Promise<T>, isSo: (value: T) => boolean): Promise<T>
}

export function replicationOf(app: App, host: HostUnderTest): ReplicationUnderTest {
  const settings = (changes: object) => {
    const requires = cds.env.requires as Record<string, any>
    requires.S4HANA = { ...requires.S4HANA, replication: { ...QUICK, ...changes } }
  }
  settings({})
  const admin = () => app.as('admin')
  const read = async (path: string, language = 'en') => (await admin().get(`${MASTER_DATA}/${path}`, { headers: { 'accept-language': language } })).data
  const until = async <T>(look: () => Promise<T>, isSo: (value: T) => boolean): Promise<T> => {
    const deadline = Date.now() + 30_000
    for (;;) {
      const value = await look()
      if (isSo(value)) return value
      if (Date.now() > deadline) throw new Error(`Not in time: ${JSON.stringify(value)}`)
      await new Promise(resolve => setTimeout(resolve, 25))
    }
  }
  const ended = (ID: string) => until(() => read(`ReplicationRuns(${ID})`), run => run.state_code !== 'Running')
  const start = (object_code: string, mode_code = 'full') => admin().post(`${MASTER_DATA}/replicate`, { object_code, mode_code })
  return {
    settings, read, until, ended, start,
    load: async (object, mode) => {
      const { status, data } = await start(object, mode)
      if (status !== 200) throw new Error(`${status} ${JSON.stringify(data)}`)
      return ended(data.ID)
    },
    act: (ID, name) => admin().post(`${MASTER_DATA}/ReplicationRuns(${ID})/aftersales.MasterDataService.${name}`, {}),
    rejects: async (ID, language) => (await read(`ReplicationRejects?$filter=run_ID eq ${ID}&$expand=finding`, language)).value.sort(byNumberAndField),
    replica: async (entity, number) => (await read(`${entity}?$filter=number eq '${number}'`)).value[0],
    change: async (entity, key, data) => {
      const { status, data: answer } = await anonymous(host.erp()).post('/__change', { entity, key, ...(data === 'delete' ? { delete: true } : { data }) })
      if (status !== 200) throw new Error(JSON.stringify(answer))
    }
  }
}
