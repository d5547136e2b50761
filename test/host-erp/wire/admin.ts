import express, { type Express, type Request, type Response } from 'express'
import cds from '@sap/cds'
import { resetDatabase } from '../data/database'
import { generateEquipment } from '../data/generate'
import { changeRecord } from '../data/change'
import { balances, linesOf } from '../documents/ledger'
import { documentsOf } from '../documents/lookup'
import { closedPeriods, openAllPeriods, setPeriod } from '../documents/periods'
import { counters, resetCounters } from './counters'
import { currentFaults, setFaults } from './faults'

const LOOPBACK = /^(::1|127\.|::ffff:127\.)/

/** Switches for tests, reachable from this machine only and without sign-in. */
export function administer(app: Express): void {
  const admin = express.Router()
  admin.use((req, res, next) => {
    if (!req.path.startsWith('/__')) return next('router')
    if (LOOPBACK.test(req.socket.remoteAddress ?? '')) return next()
    res.sendStatus(404)
  }, express.json())
  admin.get('/__about', (_req, res) => { res.json({ database: cds.env.requires.db!.credentials!.url }) })
  admin.get('/__faults', (_req, res) => { res.json(currentFaults()) })
  admin.put('/__faults', answer(async req => setFaults(req.body)))
  admin.delete('/__faults', answer(async () => setFaults()))
  admin.get('/__counters', (_req, res) => { res.json(counters) })
  admin.get('/__documents', answer(async req => documentsOf(req.query.key as string | undefined)))
  admin.get('/__ledger', answer(async req => ({ lines: await linesOf(req.query as Record<string, string>) })))
  admin.get('/__balances', answer(async () => balances()))
  admin.get('/__periods', (_req, res) => { res.json({ closed: closedPeriods() }) })
  admin.put('/__periods', answer(async req => setPeriod(req.body)))
  admin.post('/__change', answer(async req => changeRecord(req.body)))
  admin.post('/__generate', answer(async req => generateEquipment(req.body)))
  admin.post('/__reset', answer(async () => {
    setFaults()
    openAllPeriods()
    await resetDatabase()
    resetCounters()
    return { reset: true }
  }))
  app.use(admin)
}

function answer(work: (req: Request) => Promise<unknown>) {
  return async (req: Request, res: Response) => {
    try {
      res.json(await cds.tx({ user: cds.User.privileged } as any, () => work(req)))
    } catch (error) {
      res.status(400).json({ error: (error as Error).message })
    }
  }
}
