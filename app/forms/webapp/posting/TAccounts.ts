import NumberFormat from 'sap/ui/core/format/NumberFormat'
import Control from 'sap/ui/core/Control'
import type { MetadataOptions } from 'sap/ui/core/Element'
import type RenderManager from 'sap/ui/core/RenderManager'
import { text } from '../texts'
import type { Entry, Sum, TAccount } from './accounts'

const COLOURS = {
  frame: 'var(--sapGroup_TitleBorderColor, #a8b2bd)', text: 'var(--sapTextColor, #1d2d3e)', quiet: 'var(--sapContent_LabelColor, #556b82)',
  host: 'var(--sapNeutralBackground, #eff1f2)', ground: 'var(--sapGroup_ContentBackground, #fff)', wrong: 'var(--sapNegativeTextColor, #aa0808)'
}

/**
 * Accounts drawn as Ts, debit left and credit right: side by side where there is room, one below the other on a phone. What the host books
 * by itself is shaded and says with which document.
 * @namespace aftersales.forms.posting
 */
export default class TAccounts extends Control {
  static readonly metadata: MetadataOptions = { library: 'aftersales.forms', properties: { accounts: { type: 'object' } } }

  static readonly renderer = {
    apiVersion: 2,
    render(manager: RenderManager, board: TAccounts): void {
      manager.openStart('div', board).style('display', 'grid').style('grid-template-columns', 'repeat(auto-fit, minmax(min(100%, 20rem), 1fr))').style('gap', '1rem').style('align-items', 'start').openEnd()
      for (const account of (board.getProperty('accounts') as TAccount[] | null) ?? []) draw(manager, account)
      manager.close('div')
    }
  }
}

function draw(manager: RenderManager, { number, name, debits, credits, sums }: TAccount): void {
  manager.openStart('table').style('width', '100%').style('border-collapse', 'collapse').style('table-layout', 'fixed').style('color', COLOURS.text).style('background', COLOURS.ground).openEnd()
  manager.openStart('caption').style('font-weight', 'bold').style('padding', '0.25rem').style('text-align', 'center').openEnd().text([number, name].filter(Boolean).join(' ')).close('caption')
  manager.openStart('thead').openEnd().openStart('tr').openEnd()
  for (const [side, label] of [['debit', text('debit')], ['credit', text('credit')]] as const) {
    cell(manager, 'th', side).attr('scope', 'col').style('border-bottom', `2px solid ${COLOURS.frame}`).style('font-weight', 'normal').style('color', COLOURS.quiet)
    manager.style('text-align', side === 'debit' ? 'start' : 'end').openEnd().text(label).close('th')
  }
  manager.close('tr').close('thead').openStart('tbody').openEnd()
  for (let row = 0; row < Math.max(debits.length, credits.length); row++) {
    manager.openStart('tr').openEnd()
    entry(manager, 'debit', debits[row])
    entry(manager, 'credit', credits[row])
    manager.close('tr')
  }
  for (const sum of sums) total(manager, sum)
  manager.close('tbody').close('table')
}

function entry(manager: RenderManager, side: Side, line: Entry | undefined): void {
  cell(manager, 'td', side).style('vertical-align', 'top')
  if (line && !line.isOurs) manager.style('background', COLOURS.host)
  manager.openEnd()
  if (line) {
    manager.openStart('div').style('text-align', 'end').style('white-space', 'nowrap').openEnd().text(money(line.amount, line.currency)).close('div')
    small(manager, line.words.join(' · '))
    if (!line.isOurs) small(manager, [line.bookedBy, line.hostDocument].filter(Boolean).join(' '))
  }
  manager.close('td')
}

/** Sums of both sides in one currency. */
function total(manager: RenderManager, { currency, debit, credit }: Sum): void {
  manager.openStart('tr').style('border-top', `1px solid ${COLOURS.frame}`).openEnd()
  for (const [side, amount] of [['debit', debit], ['credit', credit]] as const) {
    cell(manager, 'td', side).style('text-align', 'end').style('font-weight', 'bold').style('white-space', 'nowrap').openEnd()
    if (Number(amount)) manager.text(money(amount, currency))
    manager.close('td')
  }
  manager.close('tr')
}

type Side = 'debit' | 'credit'

function cell(manager: RenderManager, tag: 'td' | 'th', side: Side): RenderManager {
  manager.openStart(tag).style('padding', '0.25rem 0.5rem').style('width', '50%').style('overflow-wrap', 'anywhere')
  return side === 'debit' ? manager.style('border-inline-end', `2px solid ${COLOURS.frame}`) : manager
}

function small(manager: RenderManager, words: string): void {
  if (words) manager.openStart('div').style('font-size', '0.8125rem').style('color', COLOURS.quiet).openEnd().text(words).close('div')
}

/** An amount with as many decimals as its currency has, and the currency's code. */
export const money = (amount: string, currency: string): string => `${NumberFormat.getCurrencyInstance({ showMeasure: false }).format(amount as never, currency)}\u00a0${currency}`
