import path from 'node:path'
import { buildPages } from './pages'
import { buildPostgresDeployer } from './postgres-deployer'
import { completeService } from './service-package'

/** Completes what `cds build --production` and the compiler left in `gen`; `npm run build` runs it last. See docs/deploy.md. */
async function main(): Promise<void> {
  const root = path.resolve(__dirname, '../../..')
  completeService(root)
  await buildPostgresDeployer(root)
  const pages = await buildPages(root)
  console.log(`Ready to deploy: gen/db (SAP HANA), gen/pg (PostgreSQL), gen/srv, and ${pages.length} apps in gen/apps`)
}

main().catch(error => {
  console.error(error)
  process.exit(1)
})
