import cds from '@sap/cds'

/** The text of a code in the language of the request; the code itself where it has none. */
export function textOf(code: string, args: (string | number)[]): string {
  return (cds as any).i18n.messages.at(code, args) ?? code
}
