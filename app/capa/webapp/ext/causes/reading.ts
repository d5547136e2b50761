import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import type { Cause } from './tree'

export interface Named { code: string; name: string }

/** More answers than this no tree has. */
const MANY = 500

export const readCauses = (model: ODataModel, capa: string): Promise<Cause[]> => rows<Cause>(model, '/CapaCauses', {
  $filter: `capa_ID eq ${capa}`, $select: 'ID,cycle,parent_ID,position,branch_code,answer,evidence,isRootCause,isRuledOut', $orderby: 'cycle,position'
})

export const readBranches = (model: ODataModel): Promise<Named[]> => rows<Named>(model, '/CauseBranches', { $select: 'code,name', $orderby: 'position' })

export const mayEdit = async (model: ODataModel): Promise<boolean> => ((await model.bindContext('/CurrentUser').requestObject()) as { mayEditCapa: boolean | null }).mayEditCapa === true

const rows = <Row>(model: ODataModel, path: string, parameters: object): Promise<Row[]> =>
  model.bindList(path, undefined, [], [], { ...parameters, $$groupId: '$direct' } as object).requestContexts(0, MANY).then(contexts => contexts.map(context => context.getObject() as Row))
