const cds = require('@sap/cds')
const { addCollations } = require('./db/collations')
const { addIndexes, afterTables } = require('./db/indexes')

cds.on('compile.to.dbx', addIndexes)
cds.on('compile.to.dbx', addCollations)
cds.on('connect', afterTables)

// Each capability's rounds start and stop with the server: more than the ten listeners that Node takes for a leak.
cds.setMaxListeners(Math.max(cds.getMaxListeners(), 50))

// Only where something is served: builds and compilers run without TypeScript.
cds.once('bootstrap', app => require('./srv/plugin').bootstrap(app))
