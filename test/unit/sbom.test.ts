import fs from 'node:fs'
import path from 'node:path'
import { billOfMaterials } from '../supply/sbom'

const manifest = JSON.parse(fs.readFileSync(path.resolve(__dirname, '../../package.json'), 'utf8'))

test('the bill of materials names each package that an installation runs, with its version and licence, and none of development', () => {
  const bill = billOfMaterials(), names = new Set(bill.components.map(({ purl }) => decodeURIComponent(purl).replace(/^pkg:npm\//, '').replace(/@[^@]*$/, '')))
  expect([bill.bomFormat, bill.specVersion]).toEqual(['CycloneDX', '1.5'])
  expect(bill.metadata.component.name).toBe(manifest.name)
  expect(Object.keys(manifest.dependencies).filter(name => !names.has(name))).toEqual([])
  expect(['jest', 'typescript', 'eslint', 'playwright-core', '@sap/cds-dk'].filter(name => names.has(name))).toEqual([])
  expect(bill.components.filter(({ version, licenses }) => !version || !licenses?.length).map(({ purl }) => purl)).toEqual([])
  expect(bill.components.map(({ name }) => name)).not.toContain('launchpad')
}, 60_000)
