import type ResourceBundle from 'sap/base/i18n/ResourceBundle'
import Control from 'sap/ui/core/Control'
import type { MetadataOptions } from 'sap/ui/core/Element'
import type RenderManager from 'sap/ui/core/RenderManager'
import type ResourceModel from 'sap/ui/model/resource/ResourceModel'

/** Where pieces can be, in the order of their way, with the colours of the bar. */
const STEPS = {
  open: '#e76500', claimed: '#0070f2', inHand: '#7800a4', consumed: '#30914c', returned: '#788fa6', scrapped: '#aa0808', released: '#d5dadd'
} as const

type Step = keyof typeof STEPS

/**
 * A bar of all pieces of a reservation, and in words how many are where.
 * @namespace aftersales.spareparts.ext.pieces
 */
export default class PieceBar extends Control {
  static readonly metadata: MetadataOptions = {
    properties: { quantity: 'float', unit: 'string', ...Object.fromEntries(Object.keys(STEPS).map(step => [step, 'float'])) }
  }

  static readonly renderer = {
    apiVersion: 2,
    render(manager: RenderManager, bar: PieceBar): void {
      manager.openStart('div', bar).style('width', '13rem').openEnd()
      const steps = bar.steps()
      manager.openStart('div').attr('aria-hidden', 'true').style('display', 'flex').style('height', '.75rem').style('border-radius', '.25rem').style('overflow', 'hidden').openEnd()
      for (const { step, pieces } of steps) manager.openStart('span').style('flex', String(pieces)).style('background', STEPS[step]).openEnd().close('span')
      manager.close('div')
      manager.openStart('div').style('padding-top', '.35rem').style('white-space', 'normal').style('color', 'var(--sapTextColor, #131e29)').openEnd().text(bar.words()).close('div')
      manager.close('div')
    }
  }

  private steps(): { step: Step; pieces: number }[] {
    return (Object.keys(STEPS) as Step[]).map(step => ({ step, pieces: (this.getProperty(step) as number) || 0 })).filter(({ pieces }) => pieces > 0)
  }

  private words(): string {
    const texts = (this.getModel('i18n') as ResourceModel | undefined)?.getResourceBundle() as ResourceBundle | undefined
    const unit = (this.getProperty('unit') as string) ?? ''
    return this.steps().map(({ step, pieces }) => `${texts?.getText(`pieces.${step}`) ?? step} ${pieces} ${unit}`).join(' · ')
  }
}
