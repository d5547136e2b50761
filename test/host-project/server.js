// CAP's own server; what this company adds to after-sales service is registered before anything is served.
require('./srv/extensions')

module.exports = require('@sap/cds').server
