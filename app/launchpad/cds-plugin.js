// The module is a plugin of its hosts. Its own stand-alone shell activates it by this workspace package,
// since CAP looks for plugins in a project's dependencies only.
require('../../cds-plugin')

const cds = require('@sap/cds')

// The server and `npm run import-history` share one SQLite file: a transaction takes its turn when it begins
// and waits for the other's. CAP's deferred BEGIN would read first and then fail with "database is locked".
const { db } = cds.env.requires
if (db?.kind === 'sqlite' && db.credentials?.url && db.credentials.url !== ':memory:') {
  db.client = { timeout: 15_000, ...db.client }
  cds.on('connect', srv => {
    if (srv.name !== 'db') return
    srv.prepend(() => srv.on('BEGIN', function () { return this.exec('BEGIN IMMEDIATE') }))
  })
}
