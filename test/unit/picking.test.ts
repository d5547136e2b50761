import fs from 'node:fs'
import path from 'node:path'

const ROOT = path.resolve(__dirname, '../..')
const CAPABILITIES = fs.readdirSync(path.join(ROOT, 'srv')).filter(name => fs.existsSync(path.join(ROOT, 'srv', name, 'index.cds')))
const hasLabels = (capability: string) => fs.existsSync(path.join(ROOT, 'app/common', `${capability}.cds`))
const PAGES = fs.readdirSync(path.join(ROOT, 'app')).filter(name => name !== 'common' && fs.existsSync(path.join(ROOT, 'app', name, 'index.cds')))

/** All files that a model brings along, by what its files say they use. */
function filesOf(start: string, found = new Set<string>()): Set<string> {
  const file = [start, `${start}.cds`, path.join(start, 'index.cds')].find(each => fs.existsSync(each) && fs.statSync(each).isFile())
  if (!file) throw new Error(`There is no model ${start}`)
  if (found.has(file)) return found
  found.add(file)
  for (const [, used] of fs.readFileSync(file, 'utf8').matchAll(/^using\b[^;]*?from\s*'(\.[^']*)'/gm)) filesOf(path.join(path.dirname(file), used), found)
  return found
}

const servicesIn = (start: string) => [...new Set([...filesOf(path.join(ROOT, start))].map(file => /^srv\/([\w-]+)\//.exec(path.relative(ROOT, file))?.[1]).filter(Boolean))]

describe('what a host picks', () => {
  test.each(CAPABILITIES)('srv/%s brings no other service', capability => {
    expect(servicesIn(`srv/${capability}`)).toEqual([capability])
  })

  test.each(CAPABILITIES.filter(hasLabels))('labels of %s bring no other service', capability => {
    expect(servicesIn(`app/common/${capability}`)).toEqual([capability])
  })

  test.each(PAGES)('app/%s brings one service and its labels', page => {
    const files = [...filesOf(path.join(ROOT, 'app', page))].map(file => path.relative(ROOT, file))
    const services = servicesIn(`app/${page}`)
    expect(services).toHaveLength(1)
    if (hasLabels(services[0]!)) expect(files).toContain(`app/common/${services[0]}.cds`)
    expect(files).toContain('app/common/stored.cds')
  })
})
