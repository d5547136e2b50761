import cds from '@sap/cds'
import { hasHostErp } from '../../present'

/** How quality reaches the host: `cds.requires.quality`. */
export interface QualityHostSettings {
  /** What a notification becomes in the host. */
  hostObject: 'notification' | 'defect' | 'none'
  /** How often each instance asks what the host changed, in milliseconds; 0: never by itself. */
  hostLook: number
}

const DEFAULTS: QualityHostSettings = { hostObject: 'notification', hostLook: 60_000 }

/** An installation without a door to the host has none of its documents either. */
export function qualityHostSettings(): QualityHostSettings {
  const { quality } = cds.env.requires as Record<string, Partial<QualityHostSettings> | undefined>
  return { ...DEFAULTS, ...quality, ...(!hasHostErp() && { hostObject: 'none' }) }
}
