import type ExtensionAPI from 'sap/fe/templates/ObjectPage/ExtensionAPI'
import type Context from 'sap/ui/model/odata/v4/Context'

const SERVICE = 'aftersales.SparePartsService'

interface Place { plant: string; storageLocation: string }

/** Holds what is open at the chosen place. */
export function claimHere(this: ExtensionAPI, page: Context, chosen: Context[]): Promise<void> {
  return invoke(this, page, 'claim', placeOf(chosen))
}

/** Has what is open brought from the chosen place. */
export function bringFromHere(this: ExtensionAPI, page: Context, chosen: Context[]): Promise<void> {
  return invoke(this, page, 'transferFrom', placeOf(chosen))
}

/** Asks for the reason, and puts the chosen part in the place of what is needed. */
export function useInstead(this: ExtensionAPI, page: Context, [chosen]: Context[]): Promise<void> {
  return invoke(this, page, 'useSubstitute', { part_ID: chosen.getProperty('substitute_ID') as string }, false)
}

const placeOf = ([chosen]: Context[]): Place => ({ plant: chosen.getProperty('plant') as string, storageLocation: chosen.getProperty('storageLocation') as string })

/** What the service refuses, and what else there is, Fiori elements shows as messages. */
async function invoke(api: ExtensionAPI, page: Context, action: string, values: object, skipParameterDialog = true): Promise<void> {
  await api.getEditFlow().invokeAction(`${SERVICE}.${action}`, {
    contexts: page, parameterValues: Object.entries(values).map(([name, value]) => ({ name, value: value as string })), skipParameterDialog
  }).catch(() => {})
}
