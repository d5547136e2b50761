import cds from '@sap/cds'
import type { AxiosInstance } from 'axios'
import type HostErpService from '../../srv/host-erp/service'
import type { Origin } from '../../srv/host-erp/service'
import type { Kind, Requests } from '../../srv/host-erp/kinds'
import { anonymous, documents } from '../host-erp/client'
import { startHostErp, type HostErp } from '../host-erp/start'
import type { App } from './app'

export const HOST_ERP = '/odata/v4/host-erp'
const QUICK = { firstDelay: 40, longestDelay: 400, maxFailures: 5, lease: 40_000, settle: 60, sweep: 500, probe: 150 }

/** The stand-in and the service's own side of the door. */
export interface HostUnderTest {
  erp(): HostErp
  faults(wanted: object): Promise<void>
  documents(key: string): ReturnType<typeof documents>
  submit<K extends Kind>(kind: K, request: Requests[K], origin?: Origin): Promise<{ ID: string; number: string }>
  message(ID: string): Promise<Record<string, any>>
  /** Waits until the message is in one of the states. */
  until(ID: string, ...states: string[]): Promise<Record<string, any>>
}

/** Starts the stand-in beside the application for one test file; faults end after each test. A host that hangs wants a short `requestTimeout` and `lease`. */
export function startHost(app: App, delivery: object = {}, { requestTimeout = 10_000, ...standIn }: { requestTimeout?: number; events?: string } = {}): HostUnderTest {
  let erp: HostErp
  let plain: AxiosInstance
  configure({ delivery: { ...QUICK, ...delivery } })
  beforeAll(async () => {
    erp = await startHostErp(standIn)
    plain = anonymous(erp)
    configure({ credentials: { url: erp.url, ...erp.auth, authentication: 'BasicAuthentication', requestTimeout } })
  }, 90_000)
  afterEach(() => plain?.delete('/__faults'))
  afterAll(() => erp?.stop())
  const message = async (ID: string) => (await app.as('admin').get(`${HOST_ERP}/HostMessages(${ID})`)).data
  return {
    erp: () => erp,
    faults: async wanted => { expect((await plain.put('/__faults', wanted)).status).toBe(200) },
    documents: key => documents(erp, key),
    submit: async (kind, request, origin) => {
      const host = (await cds.connect.to('aftersales.HostErpService')) as unknown as HostErpService
      return cds.tx({ user: new cds.User('parts') } as never, (() => host.submit(kind, request, origin)) as never) as never
    },
    message,
    until: async (ID, ...states) => {
      const deadline = Date.now() + 40_000
      let last = await message(ID)
      while (!states.includes(last.state_code)) {
        if (Date.now() > deadline) throw new Error(`Still ${last.state_code}: ${last.lastErrorCode} ${last.lastError}`)
        await new Promise(resolve => setTimeout(resolve, 25))
        last = await message(ID)
      }
      return last
    }
  }
}

/** What an installation has in its configuration. */
function configure(settings: object): void {
  const requires = cds.env.requires as Record<string, any>
  requires.S4HANA = { ...requires.S4HANA, kind: 'odata-v2', ...settings }
}
