import cds from '@sap/cds'

/** Why something is not posted, or what becomes of it otherwise. The code is also the key of its sentence. */
export interface Finding { code: string; status: 409 | 422; isError: boolean; args: unknown[]; repairCost_ID?: string }

export const wrong = (code: string, args: unknown[], repairCost_ID?: string): Finding => ({ code, status: 422, isError: true, args, repairCost_ID })

/** The sentence of a finding, in the reader's language. */
export const sentenceOf = ({ code, args }: Finding): string =>
  ((cds.i18n.messages as unknown as { at(key: string, locale: string, args: unknown[]): string | undefined }).at(code, cds.context?.locale ?? 'en', args) ?? code)
