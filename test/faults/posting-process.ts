import cds from '@sap/cds'
import { createOrder, heal, play, type stepsOf, unfinished, verdict } from './posting-game'
import { serve } from './serving'

type Order = { what: 'create' | 'play' | 'unfinished' | 'heal' | 'verdict'; run: number; seed: number; order_ID: string; step: ReturnType<typeof stepsOf>[number]; url: string }

/** The service, which plays the moves that its parent asks for. */
serve<Order>(() => Object.assign(cds.env.requires, { S4HANA: JSON.parse(process.env.FAULTS_HOST!) }), ({ what, run, seed, order_ID, step, url }) => {
  if (what === 'create') return createOrder(run, seed)
  if (what === 'play') return play(order_ID, step.step, step.draw)
  if (what === 'unfinished') return unfinished()
  return what === 'heal' ? heal() : verdict(url)
})
