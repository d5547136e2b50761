import { runCommand } from './history-import/command'

// The command shows no pages: the UI5 tooling would only slow it down.
process.env.CDS_PLUGIN_UI5_ACTIVE ??= 'false'

runCommand(process.argv.slice(2)).then(code => {
  process.exitCode = code
})
