import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import type { Refusal } from '../live/refusal'
import { act } from '../live/requests'
import type { Caller } from './caller'
import type { RelatedOrder } from './equipmentFacts'

/** What the dialog sends. */
export interface Request extends Caller {
  channel_code: string
  serialNumber: string
  symptom: string
}

/** What comes back: the order, and orders that it resembles. */
export interface Result {
  ID: string
  number: string
  created: boolean
  probableDuplicates: RelatedOrder[]
  repeatFailures: RelatedOrder[]
}

/** Entries of the dialog by the parameters that they fill. */
const FIELDS: Record<string, string> = {
  serialNumber: 'serialNumber', symptom: 'symptom', contactName: 'caller', contactPhone: 'caller', contactEmail: 'caller'
}

/** Calls the one door for new orders. @throws a refusal that names the dialog's entry */
export async function callIntake(model: ODataModel, request: Request): Promise<Result> {
  try {
    return await act<Result>(model, '/intake', request)
  } catch (refusal) {
    const { field, ...told } = refusal as Refusal
    throw { ...told, field: field && FIELDS[field] } satisfies Refusal
  }
}
