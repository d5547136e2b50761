import type ExtensionAPI from 'sap/fe/templates/ObjectPage/ExtensionAPI'
import type Context from 'sap/ui/model/odata/v4/Context'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import { call } from 'aftersales/forms/call'
import { askFor } from 'aftersales/forms/form'
import { readAgain } from 'aftersales/forms/sign'
import { textsOf } from 'aftersales/forms/texts'

interface Check { criterion: string; measure_code: string; limit: string; sample: number | null; windowDays: number; dataSource: string | null; frozenAt: string | null; cycle: number }

/** Plans an action of this cycle: what, by whom, until when. */
export async function addAction(this: ExtensionAPI, row: Context): Promise<void> {
  const text = await textsOf(this)
  askFor(this, {
    title: text('plan.addAction'), deed: text('plan.add'),
    fields: [
      { name: 'kind_code', kind: 'choice', label: text('plan.kind'), choices: await codesOf(row, 'CapaActionKinds'), value: 'corrective' },
      { name: 'text', kind: 'text', label: text('plan.text'), required: true, maxLength: 1000 },
      { name: 'owner', kind: 'line', label: text('plan.owner'), maxLength: 255 },
      { name: 'dueDate', kind: 'date', label: text('plan.dueDate') }
    ],
    send: async values => {
      await call(modelOf(row), 'addAction', values, row)
      await readAgain(row, ['actions', 'events'])
    }
  })
}

/** Fixes how the effect will be proven: with what is set already, as long as nothing is implemented. */
export async function defineCheck(this: ExtensionAPI, row: Context): Promise<void> {
  const text = await textsOf(this)
  const [known, measures] = await Promise.all([checkOf(row), codesOf(row, 'EffectMeasures')])
  askFor(this, {
    title: text('plan.defineCheck'), explained: text('plan.checkExplained'), deed: text('plan.set'),
    fields: [
      { name: 'criterion', kind: 'text', label: text('plan.criterion'), required: true, maxLength: 1000, value: known?.criterion },
      { name: 'measure_code', kind: 'choice', label: text('plan.measure'), choices: measures, value: known?.measure_code ?? measures[0].key },
      { name: 'limit', kind: 'line', label: text('plan.limit'), required: true, value: known?.limit ?? '0' },
      { name: 'windowDays', kind: 'line', label: text('plan.windowDays'), required: true, value: String(known?.windowDays ?? 90) },
      { name: 'sample', kind: 'line', label: text('plan.sample'), value: known?.sample == null ? undefined : String(known.sample) },
      { name: 'dataSource', kind: 'text', label: text('plan.dataSource'), maxLength: 1000, value: known?.dataSource ?? undefined }
    ],
    send: async ({ windowDays, sample, ...values }) => {
      await call(modelOf(row), 'defineCheck', { ...values, windowDays: Number(windowDays), sample: sample === undefined ? null : Number(sample) }, row)
      await readAgain(row, ['checks', 'events'])
    }
  })
}

/** Counts what the module knows; asks for figures where only a person can measure. */
export async function measureEffect(this: ExtensionAPI, row: Context): Promise<void> {
  const text = await textsOf(this)
  const check = await checkOf(row)
  const isManual = check?.measure_code === 'manual'
  askFor(this, {
    title: text('plan.measureEffect'), explained: text(isManual ? 'plan.measureManual' : 'plan.measureCounted'), deed: text('plan.measureEffect'),
    fields: isManual
      ? [{ name: 'measured', kind: 'line', label: text('plan.measured'), required: true }, { name: 'sampleSeen', kind: 'line', label: text('plan.sampleSeen') }]
      : [],
    send: async ({ measured, sampleSeen }) => {
      await call(modelOf(row), 'measureEffect', { measured: measured ?? null, sampleSeen: sampleSeen === undefined ? null : Number(sampleSeen) }, row)
      await readAgain(row, ['checks', 'events'])
    }
  })
}

const modelOf = (row: Context) => row.getModel() as ODataModel

/** The check of the cycle at hand. */
async function checkOf(row: Context): Promise<Check | undefined> {
  const { ID, cycle } = (await row.requestObject()) as { ID: string; cycle: number }
  const list = modelOf(row).bindList('/EffectivenessChecks', undefined, [], [], { $filter: `capa_ID eq ${ID} and cycle eq ${cycle}`, $$groupId: '$direct' } as object)
  const [check] = await list.requestContexts(0, 1)
  return check?.getObject() as Check | undefined
}

async function codesOf(row: Context, list: string): Promise<{ key: string; text: string }[]> {
  const rows = await modelOf(row).bindList(`/${list}`, undefined, [], [], { $orderby: 'position', $select: 'code,name', $$groupId: '$direct' } as object).requestContexts(0, 100)
  return rows.map(each => ({ key: each.getProperty('code') as string, text: each.getProperty('name') as string }))
}
