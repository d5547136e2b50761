import cds from '@sap/cds'
import { tellCauses } from '../fuzz/causes'
import { fuzz } from '../fuzz/fuzz'
import { newlyBroken, violations, type Query } from '../fuzz/invariants'
import { startApp } from '../setup/app'
import { startHost } from '../setup/host'

// A bug shall be counted, not end the run.
Object.assign(cds.env.server, { shutdown_on_uncaught_errors: false })
tellCauses()
const app = startApp()
startHost(app)

const query: Query = sql => cds.tx({ user: cds.User.privileged } as never, (() => cds.db.run(sql)) as never) as never

test('whatever is asked, of whichever service: no answer fails or tells about the inside, and no row breaks its promises', async () => {
  const before = await violations(query)
  const paths = (Object.values(cds.services) as unknown as { name: string; path?: string }[]).filter(({ name, path }) => name.startsWith('aftersales.') && path?.startsWith('/odata')).map(({ path }) => path!)
  const { failures, requests, statuses } = await fuzz({ url: app.url(), paths: [...new Set(paths)], requests: 500, seed: 20261122 })
  expect(failures).toEqual([])
  expect(newlyBroken(before, await violations(query))).toEqual([])
  // Not all of it was refused at the door.
  expect(requests).toBe(500)
  expect((statuses[200] ?? 0) + (statuses[201] ?? 0) + (statuses[204] ?? 0)).toBeGreaterThan(50)
}, 180_000)
