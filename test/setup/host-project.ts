import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const ROOT = path.resolve(__dirname, '../..'), SAMPLES = path.join(ROOT, 'test/host-project')
const PACKAGE = /(['"])cap-after-sales\//g

/**
 * The extensions of the host project (`test/host-project`), made to refer to this module as it stands instead of to the installed package.
 * @returns the folder of the model
 */
export function extendedModel(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'aftersales-extended-'))
  for (const part of ['db/extensions.cds', 'srv/extensions.cds', 'app/extensions.cds', 'db/data/erp-AccessRules.csv', 'db/data/erp-AccessRules.texts.csv',
    ...fs.readdirSync(path.join(SAMPLES, '_i18n')).map(file => `_i18n/${file}`)]) {
    fs.mkdirSync(path.dirname(path.join(folder, part)), { recursive: true })
    fs.writeFileSync(path.join(folder, part), fs.readFileSync(path.join(SAMPLES, part), 'utf8').replace(PACKAGE, `$1${ROOT}/`))
  }
  fs.writeFileSync(path.join(folder, 'index.cds'), `using from '${ROOT}/index';\nusing from '@sap/cds/srv/outbox';\nusing from './app/extensions';\n`)
  return folder
}
