import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { isBuilt } from './cache'

/** How far the framework is; `ready` resolves when pages can be served. */
export interface Framework {
  ready: Promise<void>
  state: 'building' | 'ready' | 'failed'
  /** The last line of progress, for people who wait. */
  progress: string
}

/**
 * Makes the framework ready, in a process of its own so that the services answer meanwhile.
 * Progress goes to the console and into the returned object.
 */
export function prepareFramework(): Framework {
  if (isBuilt()) return { state: 'ready', progress: '', ready: Promise.resolve() }
  const framework: Framework = { state: 'building', progress: '', ready: Promise.resolve() }
  framework.ready = build(line => {
    framework.progress = line.replace(/^\[ui5\] /, '')
    console.log(line)
  }).then(
    () => { framework.state = 'ready' },
    error => { framework.state = 'failed'; throw error }
  )
  framework.ready.catch(() => console.error('[ui5] The user interface could not be prepared; the services run without it. Start again to retry.'))
  return framework
}

function build(onLine: (line: string) => void): Promise<void> {
  const child = spawn(process.execPath, ['--import', pathToFileURL(require.resolve('tsx')).href, path.join(__dirname, 'build.ts')],
    { stdio: ['ignore', 'pipe', 'pipe'] })
  const stop = () => child.kill()
  process.once('exit', stop)
  for (const stream of [child.stdout, child.stderr]) createInterface(stream).on('line', onLine)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => {
      process.off('exit', stop)
      if (code) reject(new Error(`Building SAPUI5 ended with code ${code}`))
      else resolve()
    })
  })
}
