import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import { rows } from '../clocks/read'
import type { Language } from '../live/language'
import OrderPart from '../live/OrderPart'
import { partRenderer } from '../live/partRenderer'
import { stepsOf, type Milestone } from './steps'

interface Chain { progress: number; milestoneCount: number; doneCount: number; lateCount: number }

/**
 * The milestones of an order, in their order, with the progress of the whole.
 * @namespace aftersales.workorders.ext.milestones
 */
export default class Milestones extends OrderPart {
  static readonly renderer = partRenderer

  protected fragment(): string {
    return 'aftersales.workorders.ext.milestones.MilestoneList'
  }

  protected async load(model: ODataModel, workOrder: string, language: Language): Promise<object> {
    const $filter = `workOrder_ID eq ${workOrder}`
    const [[chain], milestones] = await Promise.all([
      rows<Chain>(model, '/MilestoneChains', { $filter, $select: 'ID,progress,milestoneCount,doneCount,lateCount' }),
      rows<Milestone>(model, '/Milestones', {
        $filter, $orderby: 'stage,position', $select: 'ID,stage,dueAt,forecastAt,doneAt,isLate,lateMinutes',
        $expand: 'kind($select=code,name),status($select=code,name),ownerRole($select=code,name)'
      })
    ])
    const progress = chain && language.text('milestones.progress', chain.doneCount, chain.milestoneCount, chain.progress)
    return { steps: stepsOf(milestones, language), chain: chain ?? null, progress, state: chain?.lateCount ? 'Warning' : 'Success' }
  }
}
