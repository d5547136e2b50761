import MessageBox from 'sap/m/MessageBox'
import type Event from 'sap/ui/base/Event'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import { closeDetails, openDetails, rowOf } from '../live/details'
import type { Language } from '../live/language'
import OrderPart from '../live/OrderPart'
import { contentRenderer } from 'aftersales/forms/contentRenderer'
import type { Permissions } from '../live/permissions'
import { permissionsOf } from '../live/permissionsOf'
import type { Refusal } from '../live/refusal'
import { act, rows } from '../live/requests'
import { deeds, type Deed } from './deeds'
import { ledgerOf, type MilestoneEvent } from './ledger'
import { stepsOf, type Milestone, type Step } from './steps'

interface Chain { progress: number; milestoneCount: number; doneCount: number; lateCount: number }
interface Loaded { chain?: Chain; milestones: Milestone[]; may: Permissions }

const SERVICE = 'aftersales.ServiceLevelService'

/**
 * The milestones of an order, in their order, with the progress of the whole, and what can be said about each.
 * @namespace aftersales.workorders.ext.milestones
 */
export default class Milestones extends OrderPart<Loaded> {
  static readonly renderer = contentRenderer

  /** One milestone with its evidence and its history. */
  open(event: Event): void {
    const step = rowOf<Step>(event)
    void openDetails(this, 'aftersales.workorders.ext.milestones.MilestoneDetails', step, { ledger: () => this.ledger(step) })
  }

  close(event: Event): void {
    closeDetails(event)
  }

  confirm(event: Event): void {
    this.propose('confirm', event)
  }

  skip(event: Event): void {
    this.propose('skip', event)
  }

  retarget(event: Event): void {
    this.propose('retarget', event)
  }

  withdraw(event: Event): void {
    this.propose('withdraw', event)
  }

  /** Orders that were released before there was a template have no milestones yet. */
  async plan(): Promise<void> {
    try {
      await act(this.service(), '/planMilestones', { workOrder_ID: this.workOrder() })
      this.refresh()
    } catch (refusal) {
      MessageBox.error((refusal as Refusal).message)
    }
  }

  protected fragment(): string {
    return 'aftersales.workorders.ext.milestones.MilestoneList'
  }

  protected async load(model: ODataModel, workOrder: string): Promise<Loaded> {
    const $filter = `workOrder_ID eq ${workOrder}`
    const [[chain], milestones, may] = await Promise.all([
      rows<Chain>(model, '/MilestoneChains', { $filter, $select: 'ID,progress,milestoneCount,doneCount,lateCount' }),
      rows<Milestone>(model, '/Milestones', {
        $filter, $orderby: 'stage,position',
        $select: 'ID,stage,plannedAt,dueAt,forecastAt,doneAt,isLate,lateMinutes,evidenceText,evidenceReference,hasEvidence',
        $expand: 'kind($select=code,name),status($select=code,name),ownerRole($select=code,name),evidence($select=code,name)'
      }),
      permissionsOf(model)
    ])
    return { chain, milestones, may }
  }

  protected show({ chain, milestones, may }: Loaded, language: Language): object {
    const progress = chain && language.text('milestones.progress', chain.doneCount, chain.milestoneCount, chain.progress)
    return { steps: stepsOf(milestones, language, may), chain: chain ?? null, isRead: true, progress, state: chain?.lateCount ? 'Warning' : 'Success' }
  }

  private async ledger({ milestone }: Step) {
    const events = await rows<MilestoneEvent>(this.service(), '/MilestoneEvents', {
      $filter: `milestone_ID eq ${milestone.ID}`, $orderby: 'sequence desc', $select: 'ID,at,text,reference,userId', $expand: 'type($select=code,name)'
    })
    return ledgerOf(events, this.language())
  }

  /** What is told changes the whole chain, so that the details close. */
  private propose(deed: Deed, event: Event): void {
    const { milestone, name } = rowOf<Step>(event)
    closeDetails(event)
    const form = deeds[deed](milestone, name, this.language().text)
    this.ask({ ...form, send: values => act(this.service(), `/Milestones(${milestone.ID})/${SERVICE}.${deed}`, values) })
  }
}
