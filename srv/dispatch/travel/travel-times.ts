import cds from '@sap/cds'
import { dispatchSettings } from '../settings'
import { greatCircle, type TravelTimeProvider } from './provider'
import { RoadTable } from './road-table'

let table: { url: string; provider: TravelTimeProvider } | undefined

/** The road service where one is set (`cds.requires.dispatch.roads`), else the great circle. */
export function travelTimes(): TravelTimeProvider {
  const { roads } = dispatchSettings()
  if (!roads) return greatCircle
  if (table?.url !== roads.url) {
    const onFailure = (error: unknown) => cds.log('dispatch').warn('The road service does not answer; travel is estimated for a minute:', (error as Error).message)
    table = { url: roads.url, provider: new RoadTable({ ...roads, onFailure }) }
  }
  return table.provider
}
