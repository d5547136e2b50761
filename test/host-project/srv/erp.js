const cds = require('@sap/cds')

/** The company's own rule, untouched by the module. */
module.exports = class WardService extends cds.ApplicationService {
  init() {
    this.before(['CREATE', 'UPDATE'], 'Wards', req => {
      if (req.data.floor > 9) req.reject(422, 'There are nine floors.')
    })
    return super.init()
  }
}
