import fs from 'node:fs/promises'
import path from 'node:path'
import { transform } from 'esbuild'

/** Modules that may run inside a function: UI5 modules and self-invoking ones leave nothing in the global scope. */
const SELF_CONTAINED = /^("use strict";)?(sap\.ui\.(define|require)\(|[!;]?function\b|\(?\(?function\b|\(\(\)=>|\(\(\w+(,\w+)*\)=>)/
const TEXT = /\.(json|xml|html|properties)$/

/** Lists the files below a folder, as slash-separated paths relative to `base`. */
export async function listFiles(folder: string, base = folder): Promise<string[]> {
  const entries = await fs.readdir(folder, { withFileTypes: true, recursive: true })
  return entries.filter(e => e.isFile()).map(e => path.relative(base, path.join(e.parentPath, e.name)).replaceAll(path.sep, '/')).sort()
}

/**
 * Turns a module into its entry of a preload bundle: JavaScript as a function, which the engine parses lazily, anything
 * else (texts, and scripts that define globals) as a string.
 * @returns undefined for what cannot stand in a bundle, native ES modules
 */
export async function bundleEntry(name: string, source: string): Promise<string | undefined> {
  if (TEXT.test(name)) return `${JSON.stringify(name)}:${JSON.stringify(compact(name, source))}`
  const { code } = await transform(source, { minify: true, charset: 'utf8', legalComments: 'none', logLevel: 'silent' })
  if (/^(import|export)\b/.test(code)) return undefined
  const body = SELF_CONTAINED.test(code) ? `function(){${code}}` : JSON.stringify(code)
  return `${JSON.stringify(name)}:${body}`
}

/** Joins entries to the text of a preload bundle, which registers modules without running them. */
export function preload(bundleName: string, entries: (string | undefined)[]): string {
  return `sap.ui.require.preload({\n${entries.filter(Boolean).join(',\n')}\n},${JSON.stringify(bundleName)});\n`
}

/** Reads texts of UI5: most are UTF-8, the .properties of some libraries are ISO-8859-1. */
export async function readText(file: string): Promise<string> {
  const bytes = await fs.readFile(file)
  if (!file.endsWith('.properties')) return bytes.toString('utf8')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return bytes.toString('latin1')
  }
}

function compact(name: string, text: string): string {
  if (name.endsWith('.json')) return JSON.stringify(JSON.parse(text))
  if (name.endsWith('.properties')) return text.replace(/^[ \t]*#.*\r?\n/gm, '')
  return text
}
