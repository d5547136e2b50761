import fs from 'node:fs'
import path from 'node:path'
import { Builder } from 'less-openui5'
import { installedLibraries } from './download'
import { THEME } from './libraries'

/**
 * Compiles the theme of every library. It is a process of its own, because the LESS compiler keeps one core busy while
 * the bundles keep the other. Arguments: the folder to write to.
 */
async function buildThemes(into: string): Promise<void> {
  const libraries = installedLibraries() ?? []
  const roots = libraries.map(library => library.root)
  const find = (file: string) => roots.map(root => path.join(root, file)).find(candidate => fs.existsSync(candidate)) ?? file
  const builder = new Builder({
    fs: {
      readFile: (file, ...rest) => fs.readFile(find(file), ...rest),
      stat: (file, done) => fs.stat(find(file), done)
    }
  })
  for (const library of libraries) {
    const folder = `${library.namespace}/themes/${THEME}`
    if (!fs.existsSync(find(`${folder}/library.source.less`))) continue
    const theme = await builder.build({
      lessInputPath: `${folder}/library.source.less`, library: { name: library.name }, compiler: { compress: true }
    })
    fs.mkdirSync(path.join(into, folder), { recursive: true })
    fs.writeFileSync(path.join(into, folder, 'library.css'), theme.css)
    fs.writeFileSync(path.join(into, folder, 'library-RTL.css'), theme.cssRtl)
    fs.writeFileSync(path.join(into, folder, 'library-parameters.json'), JSON.stringify(theme.variables))
  }
}

buildThemes(process.argv[2]).catch(error => {
  console.error(error)
  process.exit(1)
})
