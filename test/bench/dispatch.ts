import fs from 'node:fs'
import path from 'node:path'
import { planRoutes } from '../../srv/dispatch/route-plan'
import { check } from './dispatch/check'
import { readInstance } from './dispatch/instances'
import { problemOf, solutionOf } from './dispatch/problems'

const USAGE = 'npm run bench -- dispatch --instance FILE [--seconds S | --iterations I] [--workers W] [--seed N] [--objective distance|vehicles] [--solution OUT.json]'

/**
 * Plans one public instance and has the plan checked by code that shares nothing with the planner. Distances are DIMACS's: each leg cut
 * to one decimal. Best-known figures are read beside the instance, from `best-known.json` in its folder or the one above.
 */
export async function bench(args: string[]): Promise<void> {
  const option = (name: string) => (args.includes(`--${name}`) ? args[args.indexOf(`--${name}`) + 1] : undefined)
  const file = option('instance')
  if (!file) throw new Error(USAGE)
  const instance = readInstance(file)
  const objective = option('objective') === 'vehicles' ? 'routes' : 'cost'
  const iterations = option('iterations') ? Number(option('iterations')) : undefined
  const plan = await planRoutes(problemOf(instance), {
    iterations, objective, seconds: iterations ? undefined : Number(option('seconds') ?? 10), workers: Number(option('workers') ?? 2), seed: Number(option('seed') ?? 1),
    onProgress: args.includes('--progress') ? progress => console.error(JSON.stringify(progress)) : undefined
  })
  const solution = solutionOf(instance, plan)
  const { errors, ...figures } = check(instance, solution)
  for (const error of errors) console.error(error)
  if (option('solution')) fs.writeFileSync(option('solution')!, JSON.stringify(solution))
  console.log(JSON.stringify({
    instance: instance.name, ...figures, travel: round(figures.travel), distance: round(figures.distance), gap: gap(file, objective, figures), seconds: round(plan.seconds),
    iterations: plan.iterations, valid: errors.length === 0
  }))
}

/** Percent over the best distance known; for the fewest vehicles only where as few are used. */
function gap(file: string, objective: string, { vehicles, distance }: { vehicles: number; distance: number }): number | null {
  const folder = path.dirname(path.resolve(file))
  const found = [folder, path.dirname(folder)].map(each => path.join(each, 'best-known.json')).find(each => fs.existsSync(each))
  const known = found && JSON.parse(fs.readFileSync(found, 'utf8'))[path.parse(file).name.toUpperCase()]
  if (!known || (objective === 'routes' && vehicles > known.sintefVeh)) return null
  return round((distance / (objective === 'routes' ? known.sintefDist : known.dimacsDist) - 1) * 100)
}

const round = (value: number) => Math.round(value * 1000) / 1000
