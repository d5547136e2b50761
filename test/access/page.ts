import fs from 'node:fs'
import path from 'node:path'
import cds from '@sap/cds'
import { tableOf, type Definition } from './table'

export const PAGE = path.resolve(__dirname, '../../docs/access.md')
const MARK = '<!-- From here on `npm run access-table` writes, from the model. -->'

/** The definitions of the whole model, as services are served by. */
export async function definitions(): Promise<Definition[]> {
  cds.root = path.resolve(__dirname, '../..')
  await (cds as unknown as { plugins: Promise<unknown> }).plugins
  const csn = await cds.load('*')
  return Object.values(cds.linked(cds.compile.for.nodejs(csn as never) as never).definitions) as unknown as Definition[]
}

/** The page with its table made anew; what stands before it is written by hand. */
export function renewed(page: string, model: Definition[]): string {
  return `${page.slice(0, page.indexOf(MARK))}${MARK}\n\n${tableOf(model).trimEnd()}\n`
}

export const written = (): string => fs.readFileSync(PAGE, 'utf8')
