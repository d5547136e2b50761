import type { ProductRecord } from '../../reading'
import { instantLiteral, stripped } from '../../wire-format'
import { api } from '../connection'
import { many, pagesOf, textOf, type Row } from './pages'

export const products = pagesOf<ProductRecord>({
  api: api('API_PRODUCT_SRV'),
  entity: 'A_Product',
  key: 'Product',
  keyLength: 18,
  changedSince: instant => `LastChangeDateTime ge ${instantLiteral(instant)}`,
  select: ['ProductType', 'BaseUnit', 'IsMarkedForDeletion', 'IsBatchManagementRequired', 'SerialNumberProfile', 'ProductStandardID', 'to_Description/Language', 'to_Description/ProductDescription'],
  expand: ['to_Description'],
  toRecord: productOf
})

const DEFAULT_LANGUAGE = 'EN'
/** Languages whose locale is not their lower-case code. */
const LOCALES: Record<string, string> = { ZH: 'zh_CN', ZF: 'zh_TW' }

export function productOf(row: Row): ProductRecord {
  const names = many(row.to_Description)
    .map(({ Language, ProductDescription }) => ({ language: String(Language).toUpperCase(), name: textOf(ProductDescription) ?? '' }))
    .filter(({ name }) => name).sort((a, b) => (a.language < b.language ? -1 : 1))
  const first = names.find(({ language }) => language === DEFAULT_LANGUAGE) ?? names[0]
  return {
    key: row.Product,
    number: stripped(row.Product ?? ''),
    name: first?.name ?? null,
    texts: names.filter(each => each !== first).map(({ language, name }) => ({ locale: LOCALES[language] ?? language.toLowerCase(), name })),
    productType: textOf(row.ProductType),
    baseUnit: textOf(row.BaseUnit),
    isBatchManaged: Boolean(row.IsBatchManagementRequired),
    isSerialManaged: Boolean(textOf(row.SerialNumberProfile)),
    gtin: textOf(row.ProductStandardID),
    isActive: !row.IsMarkedForDeletion
  }
}
