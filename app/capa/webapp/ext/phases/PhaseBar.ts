import type ResourceBundle from 'sap/base/i18n/ResourceBundle'
import Control from 'sap/ui/core/Control'
import type { MetadataOptions } from 'sap/ui/core/Element'
import type RenderManager from 'sap/ui/core/RenderManager'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import type ResourceModel from 'sap/ui/model/resource/ResourceModel'
import { type Phase, stepsOf } from './steps'

const COLOURS = {
  done: ['var(--sapSuccessBackground, #f5fae5)', 'var(--sapPositiveTextColor, #256f3a)', 'var(--sapSuccessBorderColor, #30914c)'],
  current: ['var(--sapInformationBackground, #e1f4ff)', 'var(--sapInformativeTextColor, #0064d9)', 'var(--sapInformationBorderColor, #0070f2)'],
  open: ['transparent', 'var(--sapContent_LabelColor, #556b82)', 'var(--sapGroup_ContentBorderColor, #d9d9d9)'],
  stopped: ['var(--sapErrorBackground, #ffeaf4)', 'var(--sapNegativeTextColor, #aa0808)', 'var(--sapErrorBorderColor, #e90b0b)']
}
const SIGNS = { done: '✓ ', current: '', open: '', stopped: '✕ ' }

/**
 * Where a case stands on its way, as a list of steps that wraps where the page is narrow.
 * @namespace aftersales.capa.ext.phases
 */
export default class PhaseBar extends Control {
  static readonly metadata: MetadataOptions = { properties: { phase: { type: 'string' }, previous: { type: 'string' }, cycle: { type: 'any' }, phases: { type: 'object' } } }

  static readonly renderer = {
    apiVersion: 2,
    render(manager: RenderManager, bar: PhaseBar): void {
      manager.openStart('div', bar).openEnd()
      const phases = bar.getProperty('phases') as Phase[] | null
      if (phases && bar.getProperty('phase')) draw(manager, phases, bar)
      manager.close('div')
    }
  }

  private asked = false

  onBeforeRendering(): void {
    if (this.asked) return
    this.asked = true
    const list = (this.getModel() as ODataModel).bindList('/CapaPhases', undefined, [], [], { $select: 'code,name,position', $orderby: 'position', $$groupId: '$direct' } as object)
    void list.requestContexts(0, 20).then(contexts => this.setProperty('phases', contexts.map(context => context.getObject() as Phase)))
  }

  text(key: string, ...values: unknown[]): string {
    return ((this.getModel('i18n') as ResourceModel).getResourceBundle() as ResourceBundle).getText(key, values as string[])!
  }
}

function draw(manager: RenderManager, phases: Phase[], bar: PhaseBar): void {
  manager.openStart('ol').attr('aria-label', bar.text('phases.label', bar.getProperty('cycle')))
  manager.style('display', 'flex').style('flex-wrap', 'wrap').style('gap', '0.5rem').style('list-style', 'none').style('margin', '0.5rem 0').style('padding', '0').openEnd()
  for (const { name, state } of stepsOf(phases, bar.getProperty('phase') as string, bar.getProperty('previous') as string | null)) {
    const [background, colour, border] = COLOURS[state]
    manager.openStart('li').style('background', background).style('color', colour).style('border', `1px solid ${border}`).style('border-radius', '0.75rem').style('padding', '0.25rem 0.75rem')
    if (state === 'current') manager.attr('aria-current', 'step').style('font-weight', 'bold')
    manager.openEnd().text(SIGNS[state] + name).close('li')
  }
  manager.close('ol')
}
