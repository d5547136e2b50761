import cds from '@sap/cds'

/**
 * The server of the stand-alone shell: CAP's own, with the launchpad and UI5 beside the services.
 * A host that installs this package as a plugin brings its own server and never loads this file.
 */
cds.on('bootstrap', app => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- only where pages are served, and before any request
  if (servesPages()) require('../app/launchpad/serve').serveUi5(app)
})

/** In development only, since productive pages come from the platform's launchpad; AFTERSALES_UI5=on|off overrules. */
function servesPages(): boolean {
  const { AFTERSALES_UI5, NODE_ENV, CDS_ENV } = process.env
  if (AFTERSALES_UI5) return AFTERSALES_UI5 === 'on'
  return ![NODE_ENV, CDS_ENV].some(environment => /^(test|production)$/.test(environment ?? ''))
}
