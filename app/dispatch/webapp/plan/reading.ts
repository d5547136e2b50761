import Filter from 'sap/ui/model/Filter'
import FilterOperator from 'sap/ui/model/FilterOperator'
import Sorter from 'sap/ui/model/Sorter'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import { read } from '../model/requests'
import type { Named, Numbered, Plan, PlanVisit } from '../model/types'

export interface PlanFigure { figure_code: string; valueBefore: string | null; valueAfter: string | null; figure: Named & { unit: string | null; position: number } }

export interface Unserved { text: string | null; workOrder: Numbered; reason: Named }

export interface Proposal { figures: PlanFigure[]; visits: PlanVisit[]; unserved: Unserved[] }

const MOST = 5000
const name = { $select: 'name' }, order = { $select: 'number,shortText,city' }
const ofPlan = (ID: string) => new Filter('plan_ID', FilterOperator.EQ, ID)

export async function readPlan(model: ODataModel, ID: string): Promise<Plan> {
  const [plan] = await read<Plan>(model, '/Plans', {
    most: 1, filters: [new Filter('ID', FilterOperator.EQ, ID)],
    select: 'ID,number,area_code,firstDay,lastDay,state_code,progress,failure,isReplan,reason,currency_code,orderCount,technicianCount,addedCount,movedCount,reassignedCount,droppedCount,travelBefore,travelAfter,moneyBefore,moneyAfter'
  })
  return plan
}

/** The visits that a plan would change. */
export const readChanges = (model: ODataModel, ID: string): Promise<PlanVisit[]> => read(model, '/PlanVisits', {
  select: 'ID,workOrder_ID,technician_ID,plannedStart,plannedEnd,startBefore,endBefore,lateMinutes,travelMinutes,change_code', most: MOST,
  expand: { workOrder: order, technician: name, technicianBefore: name, change: { $select: 'name,criticality' } },
  filters: [ofPlan(ID), new Filter('change_code', FilterOperator.NE, 'unchanged')], sorters: [new Sorter('plannedStart')]
})

/** What a plan would change, who gets no visit, and the figures before and after. */
export async function readProposal(model: ODataModel, ID: string): Promise<Proposal> {
  const [figures, visits, unserved] = await Promise.all([
    read<PlanFigure>(model, '/PlanFigures', { select: 'plan_ID,figure_code,valueBefore,valueAfter', expand: { figure: { $select: 'name,unit,position' } }, filters: [ofPlan(ID)] }),
    readChanges(model, ID),
    read<Unserved>(model, '/PlanUnserved', { select: 'ID,text', expand: { workOrder: order, reason: name }, filters: [ofPlan(ID)], most: MOST })
  ])
  return { figures: figures.sort((a, b) => a.figure.position - b.figure.position), visits, unserved }
}
