import { testAccess } from '../setup/access'
import { MATRIX } from '../setup/access-matrix'
import { startApp } from '../setup/app'

/** Every entity and operation of every service for every role: the matrix says who may, the requests show it. */
const app = startApp()

for (const access of MATRIX) describe(access.service.split('.').pop()!, () => testAccess(app, access))
