const cds = require('@sap/cds')
const { addIndexes } = require('./db/indexes')

cds.on('compile.to.dbx', addIndexes)
