import fs from 'node:fs'
import path from 'node:path'

/** Names of what was written, kept until it is taken away: also when packing was interrupted. */
const LIST = 'gen/packed.json'

/** To be called before the files are written. */
export function noteWritten(root: string, places: string[]): void {
  fs.mkdirSync(path.join(root, 'gen'), { recursive: true })
  fs.writeFileSync(path.join(root, LIST), JSON.stringify([...written(root), ...places]))
}

/** Takes away what packing wrote beside the sources: compiled services would be started instead of them. */
export function sweep(root: string): void {
  for (const place of written(root)) fs.rmSync(path.join(root, place), { recursive: true, force: true })
  fs.rmSync(path.join(root, LIST), { force: true })
}

function written(root: string): string[] {
  const list = path.join(root, LIST)
  return fs.existsSync(list) ? JSON.parse(fs.readFileSync(list, 'utf8')) as string[] : []
}

if (require.main === module) sweep(path.resolve(__dirname, '../../..'))
