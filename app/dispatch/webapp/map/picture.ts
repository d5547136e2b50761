import type { OpenOrder, Person, Visit } from '../model/types'
import type { Mark, Picture } from './PlaceMap'
import type { Place } from './projection'

/** Places of an area's days: everybody's, and the way of the person that somebody has chosen. */
export function pictureOf(crew: Person[], visits: Visit[], orders: OpenOrder[], selected: string | null, label: string): Picture {
  const person = crew.find(({ technician_ID }) => technician_ID === selected)
  const own = visits.filter(({ technician_ID }) => technician_ID === selected).sort((a, b) => (a.plannedStart < b.plannedStart ? -1 : 1))
  const marks: Mark[] = [
    ...visits.filter(visit => !own.includes(visit)).flatMap(visit => marked(visit, 'other', `${visit.number} ${visit.city ?? ''}`)),
    ...orders.flatMap(order => marked(order, 'open', `${order.number} ${order.city ?? ''}`, order.city ?? undefined)),
    ...crew.flatMap(each => marked(each, 'home', each.name, crew.length <= 20 || each === person ? each.name : undefined)),
    ...own.flatMap((visit, i) => marked(visit, 'stop', `${visit.number} ${visit.city ?? ''}`, stopLabel(own, i)))
  ]
  const stops = own.flatMap(placeOf), home = person ? placeOf(person) : []
  return { marks, route: stops.length ? [...home, ...stops, ...home] : [], label }
}

/** Several visits at one place have one label. */
function stopLabel(stops: Visit[], index: number): string | undefined {
  const { latitude, longitude, city, number } = stops[index]
  const here = stops.flatMap((stop, i) => (stop.latitude === latitude && stop.longitude === longitude ? [i + 1] : []))
  return here[0] === index + 1 ? `${here.join(', ')} ${city ?? number}` : undefined
}

interface Located { latitude: number | string | null; longitude: number | string | null }

const placeOf = ({ latitude, longitude }: Located): Place[] => (latitude === null || longitude === null ? [] : [{ latitude: Number(latitude), longitude: Number(longitude) }])

const marked = (located: Located, kind: Mark['kind'], title: string, label?: string): Mark[] => placeOf(located).map(place => ({ ...place, kind, title, label }))
