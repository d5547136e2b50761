import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'

export type Row = Record<string, string>

const FOLDER = path.resolve(__dirname, '../../data')
export const table = (name: string): Row[] => parse(fs.readFileSync(path.join(FOLDER, `aftersales-${name}.csv`)), { columns: true })

/** The application's own sample data: the stand-in owns the same customers, equipment and products. */
export const customers = table('Customers')
export const equipment = table('Equipment')
export const products = table('Products')
export const productNames = new Map(table('Products.texts').filter(row => row.locale === 'zh_CN').map(row => [row.ID, row.name]))
export const customerNumber = new Map(customers.map(row => [row.ID, row.number]))
export const equipmentNumber = new Map(equipment.map(row => [row.ID, row.number]))
export const productNumber = new Map(products.map(row => [row.ID, row.number]))
