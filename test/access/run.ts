import fs from 'node:fs'
import { definitions, PAGE, renewed, written } from './page'

/** Writes the table of docs/access.md anew. */
definitions().then(model => {
  fs.writeFileSync(PAGE, renewed(written(), model))
  process.exit()
})
