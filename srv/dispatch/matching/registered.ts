import cds from '@sap/cds'
import { entities } from '../../entities'
import { registeredFactors } from '../../extending/matching-factors'
import { nameIn, namesOf } from '../../extending/names'
import { noteMatchingChange, TABLES } from './changes'

/** Factors without a place of their own come last. */
const LAST = 100
const written = new Set<string>()

/**
 * Gives factors of the installation their rows, once for each tenant, in the transaction at hand: lists show them, and weights refer to them. The
 * weight they start with is written with the row alone: from then on it is the dispatchers'.
 */
export async function writeRegistered(): Promise<void> {
  const factors = registeredFactors(), tenant = cds.context?.tenant ?? ''
  if (!factors.length || written.has(tenant)) return
  const { MatchingFactors, MatchingWeights } = entities()
  const texts = 'aftersales.MatchingFactors.texts'
  const codes = factors.map(({ code }) => code)
  const known = ((await SELECT.from(MatchingFactors).columns('code').where({ code: { in: codes } })) as { code: string }[]).map(({ code }) => code)
  await UPSERT.into(MatchingFactors).entries(factors.map(({ code, name, unit, position = LAST }) => ({ code, name: nameIn(name, 'en'), unit: unit ?? null, position })))
  const translated = factors.flatMap(({ code, name }) => namesOf(name).map(each => ({ code, ...each })))
  if (translated.length) await UPSERT.into(texts).entries(translated)
  const fresh = factors.filter(({ code }) => !known.includes(code))
  if (fresh.length) {
    await UPSERT.into(MatchingWeights).entries(fresh.map(({ code, minutes }) => ({ area: '*', orderType: '*', factor_code: code, minutes })))
    noteMatchingChange(TABLES)
  }
  const { context } = cds as unknown as { context: { on(event: 'succeeded', then: () => void): void } }
  context.on('succeeded', () => { written.add(tenant) })
}
