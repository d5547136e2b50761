import { randomUUID } from 'node:crypto'
import { environmentFor } from './postgres'

// A database of its own for each test file: no file waits for, or breaks, the connections of another.
const database = `aftersales_test_${randomUUID().replaceAll('-', '')}`
process.env.AFTERSALES_TEST_DATABASE = database
Object.assign(process.env, environmentFor(JSON.parse(process.env.AFTERSALES_TEST_POSTGRES!), database))
