import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { hardeningSettings } from './hardening-settings'
import { isOwnPage, isOwnService } from './own-paths'

type Sources = Record<string, string[]>

/** Answers of services are data and stored files: whatever they hold, a browser runs none of it. */
const DATA: Sources = { 'default-src': ["'none'"], 'base-uri': ["'none'"], 'form-action': ["'none'"], 'img-src': ["'self'"], 'media-src': ["'self'"], 'style-src': ["'unsafe-inline'"] }

/**
 * As little as UI5 1.136 gets along with. It evaluates modules that its bundles carry as text (`unsafe-eval`), and writes styles into elements
 * (`unsafe-inline`, for styles only); icons are fonts and images of its themes, pictures before an upload are blobs.
 */
const PAGE: Sources = {
  'default-src': ["'self'"], 'script-src': ["'self'", "'unsafe-eval'"], 'script-src-attr': ["'none'"], 'style-src': ["'self'", "'unsafe-inline'"], 'img-src': ["'self'", 'data:', 'blob:'], 'font-src': ["'self'", 'data:'],
  'connect-src': ["'self'"], 'frame-src': ["'self'", 'blob:'], 'media-src': ["'self'", 'blob:'], 'worker-src': ["'self'", 'blob:'], 'object-src': ["'none'"], 'base-uri': ["'none'"], 'form-action': ["'self'"]
}

/** Headers of what the module itself serves; anything of the host stays as the host has it. */
export function headers(): RequestHandler {
  const [forData, forPages] = [secured(DATA), pageHeaders()]
  return (req, res, next) => (isOwnService(req.path) ? forData : isOwnPage(req.path) ? forPages : skip)(req, res, next)
}

/** For documents: the shell's, which are not below a component's id, and the apps' own. `nonces` names the scripts in the page that may run. */
export function pageHeaders(...nonces: string[]): RequestHandler {
  return secured({ ...PAGE, 'script-src': [...PAGE['script-src'], ...nonces.map(nonce => `'nonce-${nonce}'`)] })
}

const skip: RequestHandler = (_req, _res, next) => next()

function secured(directives: Sources): RequestHandler {
  const { frameAncestors, strictTransport } = hardeningSettings()
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives: { ...directives, 'frame-ancestors': ["'self'", ...frameAncestors] } },
    // Newer than the header of old and finer: that one knows no list.
    frameguard: frameAncestors.length ? false : { action: 'sameorigin' },
    crossOriginResourcePolicy: { policy: frameAncestors.length ? 'cross-origin' : 'same-origin' },
    crossOriginOpenerPolicy: false, originAgentCluster: false,
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: strictTransport && { maxAge: 31_536_000, includeSubDomains: false }
  }) as RequestHandler
}
