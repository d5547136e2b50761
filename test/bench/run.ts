import fs from 'node:fs'
import path from 'node:path'

/** `npm run bench -- NAME [arguments]` runs `test/bench/NAME.ts`; it exits 0 when it measured, whatever the figures say. */
async function main([name, ...args]: string[]): Promise<void> {
  const benches = fs.readdirSync(__dirname).filter(file => file.endsWith('.ts')).map(file => path.parse(file).name).filter(file => !['run', 'report'].includes(file))
  if (!benches.includes(name)) throw new Error(`Choose a benchmark: ${benches.join(', ')}`)
  const { bench } = (await import(`./${name}`)) as { bench(args: string[]): Promise<void> }
  await bench(args)
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  error => {
    console.error(error)
    process.exit(1)
  }
)
