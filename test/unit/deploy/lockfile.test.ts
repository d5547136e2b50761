import { lockedFor } from '../../../app/launchpad/deploying/lockfile'

const project = (dependencies: Record<string, string>) => ({ name: 'service', version: '1.0.0', dependencies })
const lock = (packages: Record<string, object>) => ({ lockfileVersion: 3, packages: { '': {}, ...packages } })
const places = (packages: Record<string, object>, dependencies: Record<string, string>) => Object.keys(lockedFor(lock(packages), project(dependencies)).packages).sort()

describe('The lock file of what is deployed', () => {
  test('holds what is needed, and what that needs, and nothing else', () => {
    expect(places({ 'node_modules/a': { dependencies: { b: '1' } }, 'node_modules/b': {}, 'node_modules/c': {} }, { a: '1' })).toEqual(['', 'node_modules/a', 'node_modules/b'])
  })

  test('keeps the version that a package found beside itself', () => {
    const packages = { 'node_modules/a': { dependencies: { b: '1' } }, 'node_modules/a/node_modules/b': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } }
    expect(places(packages, { a: '1' })).toEqual(['', 'node_modules/a', 'node_modules/a/node_modules/b'])
  })

  test('finds what nested packages share above them, under scopes too', () => {
    const packages = { 'node_modules/@x/a': { dependencies: { b: '1' } }, 'node_modules/@x/a/node_modules/b': { dependencies: { '@x/c': '1' } }, 'node_modules/@x/c': {} }
    expect(places(packages, { '@x/a': '1' })).toEqual(['', 'node_modules/@x/a', 'node_modules/@x/a/node_modules/b', 'node_modules/@x/c'])
  })

  test('brings peers that are not optional, and goes round in circles once', () => {
    const packages = { 'node_modules/a': { peerDependencies: { b: '1', c: '1' }, peerDependenciesMeta: { c: { optional: true } } }, 'node_modules/b': { dependencies: { a: '1' } }, 'node_modules/c': {} }
    expect(places(packages, { a: '1' })).toEqual(['', 'node_modules/a', 'node_modules/b'])
  })

  test('takes what was there for development for good', () => {
    const { packages } = lockedFor(lock({ 'node_modules/a': { version: '1.0.0', dev: true, integrity: 'sha512-x' } }), project({ a: '^1' }))
    expect(packages['node_modules/a']).toEqual({ version: '1.0.0', integrity: 'sha512-x' })
    expect(packages['']).toMatchObject({ name: 'service', version: '1.0.0', dependencies: { a: '^1' } })
  })

  test('refuses a package that was never locked', () => {
    expect(() => lockedFor(lock({}), project({ a: '1' }))).toThrow('a, needed by service, is not in package-lock.json')
  })
})
