const cds = require('@sap/cds')
const { addCollations } = require('./db/collations')
const { addIndexes, afterTables } = require('./db/indexes')

cds.on('compile.to.dbx', addIndexes)
cds.on('compile.to.dbx', addCollations)
cds.on('connect', afterTables)
