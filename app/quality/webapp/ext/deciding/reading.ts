import type Context from 'sap/ui/model/odata/v4/Context'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import { call } from 'aftersales/forms/call'
import type { Proposal, Question } from './questions'

/** Asks the rules: of one authority, or of all that it may concern. */
export async function proposals(notification: Context, values: { authority_code?: string; inputs?: string; findingAt?: string } = {}): Promise<Proposal[]> {
  const { value } = await call<{ value: Proposal[] }>(notification.getModel() as ODataModel, 'proposeReportability', values, notification)
  return value
}

export const questions = (model: ODataModel): Promise<Question[]> => rows(model, '/RegulatoryInputs', { $select: 'code,name', $orderby: 'position' })

export const authorityNames = async (model: ODataModel): Promise<Record<string, string>> =>
  Object.fromEntries((await rows<{ code: string; name: string }>(model, '/Authorities', { $select: 'code,name' })).map(({ code, name }) => [code, name]))

/** Conditions of the rules that hold for an authority now. */
export const conditionsOf = async (model: ODataModel, ruleSet: string | null): Promise<(string | null)[]> => !ruleSet ? []
  : (await rows<{ conditions: string | null }>(model, '/RegulatoryRules', { $filter: `ruleSet_code eq '${ruleSet}'`, $select: 'ruleSet_code,rule,conditions' })).map(({ conditions }) => conditions)

const rows = <Row>(model: ODataModel, path: string, parameters: object): Promise<Row[]> =>
  model.bindList(path, undefined, [], [], { ...parameters, $$groupId: '$direct' } as object).requestContexts(0, 200).then(contexts => contexts.map(context => context.getObject() as Row))
