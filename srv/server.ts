import cds from '@sap/cds'

/**
 * The server of the stand-alone shell: CAP's own, with the launchpad, UI5 and a stand-in of the host ERP beside the services.
 * A host that installs this package as a plugin brings its own server and never loads this file.
 */
cds.on('bootstrap', app => {
  /* eslint-disable @typescript-eslint/no-require-imports -- only where pages are served, and before any request */
  if (servesPages()) require('../app/launchpad/serve').serveUi5(app)
  if (isDevelopment()) require('../app/launchpad/host-erp').runHostErpBeside().catch((error: Error) => cds.log('host-erp').error('The stand-in of the host ERP did not start', error))
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
