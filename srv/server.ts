import cds from '@sap/cds'

/**
 * The server of the stand-alone shell: CAP's own, with the launchpad, UI5 and a stand-in of the host ERP beside the services.
 * A host that installs this package as a plugin brings its own server and never loads this file.
 */
// A built service has no launchpad beside it, whose package activates the plugin: see app/launchpad/cds-plugin.js.
/* eslint-disable-next-line @typescript-eslint/no-require-imports -- CommonJS, and shared with whoever deploys */
require('../cds-plugin')

cds.on('bootstrap', app => {
  /* eslint-disable @typescript-eslint/no-require-imports -- only where pages are served, and before any request */
  if (servesPages()) require('../app/launchpad/serve').serveUi5(app)
  if (!isDevelopment()) return
  const beside: Promise<void> = require('../app/launchpad/host-erp').runHostErpBeside().catch((error: Error) => cds.log('host-erp').error('The stand-in of the host ERP did not start', error))
  // Rounds that begin with the service would find nobody, and take the host for down.
  cds.once('served', () => beside)
})

/** In development only, since productive pages come from the platform's launchpad; AFTERSALES_UI5=on|off overrules. */
function servesPages(): boolean {
  const { AFTERSALES_UI5 } = process.env
  return AFTERSALES_UI5 ? AFTERSALES_UI5 === 'on' : isDevelopment()
}

function isDevelopment(): boolean {
  const { NODE_ENV, CDS_ENV } = process.env
  return ![NODE_ENV, CDS_ENV].some(environment => /^(test|production)$/.test(environment ?? ''))
}
