type Settings = { [name: string]: unknown }

/** Profiles of people's own machines. */
const AT_HOME = ['[development]', '[test]', '[hybrid]']

/**
 * What of the shell's settings holds in production: without users, passwords and samples of development and tests. The section `[production]` comes
 * before those of other profiles, such as `[pg]`: in production CAP lets the last one win.
 */
export function productionSettings(settings: Settings): Settings {
  const entries = Object.entries(settings).filter(([name]) => !AT_HOME.includes(name))
  const profiles = entries.filter(([name]) => name.startsWith('['))
  const ordered = [
    ...entries.filter(entry => !profiles.includes(entry)),
    ...profiles.filter(([name]) => name === '[production]'), ...profiles.filter(([name]) => name !== '[production]')
  ]
  return Object.fromEntries(ordered.map(([name, value]) => [name, isSection(value) ? productionSettings(value) : value]))
}

const isSection = (value: unknown): value is Settings => typeof value === 'object' && value !== null && !Array.isArray(value)
