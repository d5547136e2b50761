import fs from 'node:fs'
import path from 'node:path'

/** A vehicle-routing instance in Solomon's text format; customer 0 is the depot. */
export interface VehicleInstance {
  kind: 'vehicles'
  name: string
  vehicles: number
  capacity: number
  customers: { id: number; x: number; y: number; demand: number; ready: number; due: number; service: number }[]
}

/** A technician instance: own start, end, shift and skills; orders with windows, needed skills and a priority. */
export interface TechnicianInstance {
  kind: 'technicians'
  name: string
  techs: { id: number; start: Point; end: Point; shift: [number, number]; skills: number[] }[]
  orders: { id: number; x: number; y: number; tw: [number, number]; service: number; skills: number[]; priority: number }[]
}

interface Point { x: number; y: number }

export type Instance = VehicleInstance | TechnicianInstance

/** Routes as the solution file has them: by number of technician or of vehicle, orders by number. */
export interface Solution { routes: { technician?: number; vehicle?: number; stops: number[] }[] }

/** What an unserved order of each priority loses. */
export const LOST: Record<number, number> = { 1: 100, 2: 20, 3: 5 }

/** Distance of a leg in the metric of the DIMACS challenge: cut to one decimal. */
export const cutLeg = (a: Point, b: Point): number => Math.floor(Math.hypot(a.x - b.x, a.y - b.y) * 10 + 1e-9) / 10

export function readInstance(file: string): Instance {
  const text = fs.readFileSync(file, 'utf8')
  return file.endsWith('.json') ? { kind: 'technicians', ...JSON.parse(text) } : solomon(text, path.parse(file).name)
}

function solomon(text: string, name: string): VehicleInstance {
  const rows = text.split(/\r?\n/).map(line => line.trim().split(/\s+/).map(Number)).filter(row => row.length > 1 && row.every(Number.isFinite))
  const fleet = rows.find(row => row.length === 2)
  if (!fleet) throw new Error(`${name} has no line with the number and capacity of vehicles`)
  const customers = rows.filter(row => row.length === 7).map(([id, x, y, demand, ready, due, service]) => ({ id, x, y, demand, ready, due, service }))
  return { kind: 'vehicles', name, vehicles: fleet[0], capacity: fleet[1], customers }
}
