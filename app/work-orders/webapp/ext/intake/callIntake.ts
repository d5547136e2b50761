import Messaging from 'sap/ui/core/Messaging'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
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

/** Why the service said no, and the entry of the dialog that it is about. */
export interface Refusal {
  field?: string
  message: string
}

interface ODataError { message: string, error?: { target?: string, message: string, details?: { target?: string, message: string }[] } }

const FIELDS: Record<string, string> = {
  serialNumber: 'serialNumber', symptom: 'symptom', contactName: 'caller', contactPhone: 'caller', contactEmail: 'caller'
}

/** Calls the one door for new orders. Throws a {@link Refusal}. */
export async function callIntake(model: ODataModel, request: Request): Promise<Result> {
  const operation = model.bindContext('/intake(...)')
  for (const [name, value] of Object.entries(request)) operation.setParameter(name, value)
  const known = new Set(Messaging.getMessageModel().getData() as object[])
  try {
    await operation.invoke()
    return operation.getBoundContext().getObject() as Result
  } catch (error) {
    throw refusalOf(error as ODataError)
  } finally {
    // the dialog itself says what these messages say
    Messaging.removeMessages((Messaging.getMessageModel().getData() as never[]).filter(message => !known.has(message)))
  }
}

function refusalOf({ message, error }: ODataError): Refusal {
  const details = [error, ...error?.details ?? []]
  const aboutField = details.find(detail => detail?.target && FIELDS[lastSegment(detail.target)])
  return aboutField
    ? { field: FIELDS[lastSegment(aboutField.target!)], message: aboutField.message }
    : { message: error?.message ?? message }
}

const lastSegment = (target: string) => target.split('/').pop()!
