import fs from 'node:fs'
import path from 'node:path'
import cds from '@sap/cds'
import { isPostgres, startApp } from '../setup/app'

startApp()
const page = fs.readFileSync(path.resolve(__dirname, '../../docs/operations.md'), 'utf8')
const queries = [...page.matchAll(/```sql\n([^`]+)```/g)].map(([, sql]) => sql.trim())
const runnable = isPostgres() ? queries : queries.filter(sql => !/pg_|now\(\)|left\(/.test(sql))

test.each(runnable.map(sql => [sql.replace(/\s+/g, ' ').slice(0, 90), sql]))('the runbook asks what the database can answer: %s', async (_, sql) => {
  const rows = await cds.tx({ user: cds.User.privileged } as never, (() => cds.db.run(sql)) as never)
  expect(Array.isArray(rows)).toBe(true)
})

test('the runbook knows at least fifteen symptoms', () => {
  expect(page.match(/^### \d+\. /gm)!.length).toBeGreaterThanOrEqual(15)
})
