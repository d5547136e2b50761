import fs from 'node:fs'
import path from 'node:path'
import cds from '@sap/cds'
import express, { type Application } from 'express'

/** The module's own folder: where it is installed, or the project itself. */
const MODULE = path.resolve(__dirname, '../..')

/**
 * Serves the built pages of the installed module at `/<component id>/`. In the module's own project there are none: there the launchpad
 * serves the sources. A host whose pages come from the repository of HTML5 applications switches this off by `cds.requires.pages.served`.
 */
export function serveApps(app: Application): void {
  const { served = true } = ((cds.env.requires as Record<string, { served?: boolean } | undefined>).pages ?? {})
  if (!served) return
  for (const { id, folder } of builtApps()) app.use(`/${id}`, express.static(folder))
}

/** Built apps of the module: component ids and where their files lie. */
export function builtApps(): { id: string; folder: string }[] {
  const apps = path.join(MODULE, 'app')
  if (!fs.existsSync(apps)) return []
  return fs.readdirSync(apps).map(name => path.join(apps, name, 'dist')).filter(folder => fs.existsSync(path.join(folder, 'manifest.json')))
    .map(folder => ({ id: JSON.parse(fs.readFileSync(path.join(folder, 'manifest.json'), 'utf8'))['sap.app'].id as string, folder }))
}
