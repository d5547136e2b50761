import cds from '@sap/cds'
import { compare } from './compare'
import { currentSurface, currentVersion, lastRelease, writeSnapshot } from './release'
import { mayBreak } from './versions'

/**
 * `npm run check-api` compares the public surface with the last release's and fails on a break that the version doesn't announce;
 * `npm run check-api -- --write` makes the snapshot of a release.
 */
async function main(isWriting: boolean): Promise<number> {
  await (cds as unknown as { plugins: Promise<unknown> }).plugins
  const surface = await currentSurface()
  const version = currentVersion()
  if (isWriting) {
    console.log(`${writeSnapshot(version, surface)} is the surface of ${version} now.`)
    return 0
  }
  const last = lastRelease()
  const { breaks, additions } = compare(last.surface, surface)
  list(`New since ${last.version}`, additions)
  list(`Breaks what ${last.version} promised`, breaks)
  if (!breaks.length) console.log(`Nothing that ${last.version} promised is broken.`)
  else if (mayBreak(last.version, version)) console.log(`Version ${version} may break it: docs and CHANGELOG tell users what to do.`)
  else console.log(`Version ${version} must not break it: keep what was there beside the new, or raise the ${version.startsWith('0.') ? 'minor' : 'major'} version.`)
  return breaks.length && !mayBreak(last.version, version) ? 1 : 0
}

function list(title: string, sentences: string[]): void {
  if (sentences.length) console.log(`${title} (${sentences.length}):\n${sentences.map(sentence => `  ${sentence}`).join('\n')}\n`)
}

main(process.argv.includes('--write')).then(code => process.exit(code), error => {
  console.error(error)
  process.exit(1)
})
