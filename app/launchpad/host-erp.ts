import path from 'node:path'
import cds from '@sap/cds'
import { startHostErp } from '../../test/host-erp/start'

interface Credentials { url?: string; username?: string; password?: string }

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/**
 * Runs the stand-in of the host ERP beside the service, as a process of its own that ends with it. Where its port is taken,
 * it gets any free one, unless it is the stand-in of this very project (`npm run host-erp`): that is used as it is.
 *
 * Nothing is started when the settings name another system, or with AFTERSALES_HOST_ERP=off.
 */
export async function runHostErpBeside(): Promise<void> {
  const credentials = (cds.env.requires as Record<string, { credentials?: Credentials } | undefined>).S4HANA?.credentials
  const address = credentials?.url && new URL(credentials.url)
  if (!address || !LOOPBACK.test(address.hostname) || process.env.AFTERSALES_HOST_ERP === 'off') return
  const database = process.env.HOST_ERP_DATABASE ?? path.join(cds.root, '.data', 'host-erp.sqlite')
  const there = await databaseOf(address.origin)
  if (there === database) return console.log(`Host ERP: the stand-in that runs at ${address.origin}`)
  const erp = await startHostErp({ port: there === undefined ? Number(address.port) : 0, database })
  Object.assign(credentials!, { url: erp.url, ...erp.auth })
  cds.on('shutdown', () => erp.stop())
  console.log(`Host ERP: a stand-in at ${erp.url}`)
}

/** Which database the stand-in there has: nothing when nobody answers, '' when it is somebody else. */
async function databaseOf(origin: string): Promise<string | undefined> {
  try {
    const answer = await fetch(`${origin}/__about`, { signal: AbortSignal.timeout(2000) })
    return answer.ok ? ((await answer.json()) as { database?: string }).database ?? '' : ''
  } catch (error) {
    return (error as { cause?: { code?: string } }).cause?.code === 'ECONNREFUSED' ? undefined : ''
  }
}
