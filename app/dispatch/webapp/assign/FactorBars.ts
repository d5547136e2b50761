import Control from 'sap/ui/core/Control'
import type { MetadataOptions } from 'sap/ui/core/Element'
import type RenderManager from 'sap/ui/core/RenderManager'

export interface FactorBar { name: string; share: number; text: string; isLow: boolean }

/**
 * What a score is made of: a bar for each factor, as long as its share of what it could give, and the minutes that it gives.
 * @namespace aftersales.dispatch.assign
 */
export default class FactorBars extends Control {
  static readonly metadata: MetadataOptions = { properties: { bars: { type: 'object' } } }

  static readonly renderer = {
    apiVersion: 2,
    render(manager: RenderManager, control: FactorBars): void {
      manager.openStart('ul', control).class('asFactors').openEnd()
      for (const { name, share, text, isLow } of (control.getProperty('bars') ?? []) as FactorBar[]) {
        manager.openStart('li').openEnd()
        manager.openStart('span').openEnd().text(name).close('span')
        manager.openStart('span').class('asBar')
        if (isLow) manager.class('asBarLow')
        manager.attr('aria-hidden', 'true').openEnd().openStart('span').style('width', `${share}%`).openEnd().close('span').close('span')
        manager.openStart('span').openEnd().text(text).close('span')
        manager.close('li')
      }
      manager.close('ul')
    }
  }
}
