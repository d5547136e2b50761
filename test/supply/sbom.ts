import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type ProjectPackage, readJson, servicePackage, writePackage } from '../../app/launchpad/deploying/service-package'

const ROOT = path.resolve(__dirname, '../..')

export interface Component { name: string; version: string; purl: string; 'bom-ref': string; licenses?: { license?: { id?: string; name?: string }; expression?: string }[]; properties?: { name: string; value: string }[] }
export interface BillOfMaterials { bomFormat: string; specVersion: string; metadata: { component: Component }; components: Component[] }

/**
 * What an installation runs, as CycloneDX: the deployed service with the plugins and database drivers that it brings, each with its licence. npm reads it
 * from the lock file of just these; of the whole project it would leave out what development needs as well.
 */
export function billOfMaterials(): BillOfMaterials {
  const project = readJson<ProjectPackage>(path.join(ROOT, 'package.json')), folder = fs.mkdtempSync(path.join(os.tmpdir(), 'aftersales-sbom-'))
  try {
    // PostgreSQL's driver still asks for CAP 9 by name and runs with 10; npm would refuse to list it.
    const service = servicePackage(project)
    writePackage(ROOT, folder, { ...service, overrides: { '@cap-js/db-service': { '@sap/cds': service.dependencies['@sap/cds'] } } } as typeof service)
    const { status, stdout, stderr } = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
    if (status) throw new Error(stderr)
    const bill = JSON.parse(stdout) as BillOfMaterials
    // npm takes the folder's name.
    bill.metadata.component.name = project.name
    for (const component of bill.components) if (!component.licenses?.length) component.licenses = licenceOf(component)
    return bill
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** Where the package's description doesn't name it in SPDX's words: what it says there, else the heading of its licence's text. */
function licenceOf({ purl }: Component): Component['licenses'] {
  const folder = path.join(ROOT, 'node_modules', decodeURIComponent(purl.replace(/^pkg:npm\//, '').replace(/@[^@]*$/, '')))
  const { license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as { license?: string }
  if (license && !/^SEE LICENSE/i.test(license)) return [{ license: { name: license } }]
  const text = fs.readdirSync(folder).find(file => /^licen[cs]e/i.test(file))
  const heading = text && fs.readFileSync(path.join(folder, text), 'utf8').split('\n').map(line => line.replace(/^#+/, '').trim()).find(Boolean)
  return heading ? [{ license: { name: heading.slice(0, 100) } }] : undefined
}

if (require.main === module) {
  const bill = billOfMaterials(), file = path.join(ROOT, 'gen/sbom.json')
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, JSON.stringify(bill, null, 2))
  console.log(`${bill.components.length} components in gen/sbom.json`)
}
