const cds = require('@sap/cds')
const { addIndexes, afterTables } = require('./db/indexes')

cds.on('compile.to.dbx', addIndexes)
cds.on('connect', afterTables)
