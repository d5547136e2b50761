import { environmentFor } from './postgres'

const access = JSON.parse(process.env.AFTERSALES_TEST_POSTGRES!)
Object.assign(process.env, environmentFor(access, `aftersales_test_${process.env.JEST_WORKER_ID}`))
