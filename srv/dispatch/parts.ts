import { ifPresent } from '../present'
import type SparePartsService from '../spare-parts/service'

/** Missing where an installation goes without it. */
const spareParts = () => ifPresent<SparePartsService>('spare-parts')

/** Share (0 to 1) of an order's needed parts by technician's van; nothing where nobody knows of any need. */
export const partsOnVan = async (workOrder_ID: string): Promise<Map<string, number> | undefined> => spareParts()?.sharesOnVans(workOrder_ID)

/** When the parts of an area's orders arrive, in milliseconds, as far as spare parts say. */
export const partsExpected = async (area: string): Promise<Map<string, number>> => (await spareParts()?.partArrivals(area)) ?? new Map()
