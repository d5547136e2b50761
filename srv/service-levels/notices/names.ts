/** Names of a code list by code, in all its languages. */
export type Names = Map<string, Record<string, string>>

interface Named { code: string; locale: string; name: string }

export async function namesOf(list: string): Promise<Names> {
  const codes = (await SELECT.from(`aftersales.${list}`).columns('code', 'name')) as unknown as Named[]
  const texts = (await SELECT.from(`aftersales.${list}.texts`).columns('code', 'locale', 'name')) as unknown as Named[]
  const names: Names = new Map(codes.map(({ code, name }) => [code, { en: name }]))
  for (const { code, locale, name } of texts) names.get(code)![locale] = name
  return names
}
