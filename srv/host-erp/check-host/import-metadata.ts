import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import cds from '@sap/cds'
import { modelIn, type ApiModel, type Protocol } from './model'

interface Importer { import: { from: { edmx(file: string, options: { odataVersion?: Protocol }): Promise<object> } } }

const DEVELOPMENT_KIT = '@sap/cds-dk'

/** The importer of `cds import`; it comes with the development kit, which production does not have. */
export async function importer(): Promise<Importer> {
  try {
    const kit = await import(DEVELOPMENT_KIT)
    return kit.default ?? kit
  } catch (error) {
    if (!/^(ERR_)?MODULE_NOT_FOUND$/.test((error as { code?: string }).code ?? '')) throw error
    const advice = `npm install --save-dev ${DEVELOPMENT_KIT}`
    throw new Error(`check-host reads metadata with ${DEVELOPMENT_KIT}, which is not installed here: ${advice}`, { cause: error })
  }
}

/** Metadata of the host as `cds import` would make a model of it. */
export async function modelOfMetadata(edmx: string, api: string, kit: Importer): Promise<ApiModel> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'check-host-'))
  try {
    // The file's name becomes that of the service; hosts write longer ones into V4 metadata.
    const file = path.join(folder, `${api}.edmx`)
    await fs.writeFile(file, edmx)
    const options: { odataVersion?: Protocol } = {}
    const csn = await withoutConsole(() => kit.import.from.edmx(file, options))
    return modelIn(csn, api, options.odataVersion!)
  } finally {
    await fs.rm(folder, { recursive: true, force: true })
  }
}

/** The external model that the module was written against. */
export async function modelOfOurs(api: string, protocol: Protocol): Promise<ApiModel> {
  return modelIn(await cds.load(path.join(__dirname, '../external', `${api}.cds`)) as object, api, protocol)
}

/** The importer prints remarks on fields that we may never use, amid what others want to parse. */
async function withoutConsole<T>(work: () => Promise<T>): Promise<T> {
  const { log, warn } = console
  Object.assign(console, { log: () => {}, warn: () => {} })
  try {
    return await work()
  } finally {
    Object.assign(console, { log, warn })
  }
}
