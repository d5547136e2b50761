/**
 * What the route planner is asked: technician-days and orders as plain data. All times are minutes from an origin the caller chooses;
 * costs are equivalent travel minutes. Who may do an order on which day is decided outside (skills, certificates valid on that day,
 * areas, required and excluded technicians) and handed over as `eligible`.
 */
export interface RouteProblem {
  days: TechnicianDay[]
  orders: OrderToPlan[]
  /** Minutes of travel between places, [from × places + to]; or the places as points of a plane, one minute per unit of distance. */
  travel: Float32Array | Float64Array | Int32Array | Point[]
  weights?: Partial<RouteWeights>
}

export interface Point { x: number; y: number }

/** One technician on one day: a route. */
export interface TechnicianDay {
  ID: string
  /** Number of the calendar day; orders with several windows use the one that lies on it. */
  day?: number
  /** Places where the day starts and ends. */
  start: number
  end: number
  from: number
  until: number
  /** Minutes that work and the way home may pass the end of the shift. */
  overtime?: number
  /** What fits into the day, in units of the orders' `demand`. */
  capacity?: number
  /** Cost of using the day at all. */
  cost?: number
  /** Each break starts within its window, wherever the technician is then. */
  breaks?: { from: number; to: number; minutes: number }[]
  /** Visits done or under way, in sequence; the plan continues behind the last one. */
  frozen?: { order: string; start: number }[]
}

export interface OrderToPlan {
  ID: string
  place: number
  /** Minutes of work. */
  minutes: number
  /** When work may start: promised windows, at most one per day (the longest counts). */
  windows?: [number, number][]
  /** When work should be done; later is a breach and costs. */
  deadline?: number
  /** Parts or access are there from. */
  earliest?: number
  demand?: number
  /** First level of the objective: what is lost when the order stays unserved. */
  lost: number
  /** Indices of the technician-days that may serve it; all when absent. */
  eligible?: ArrayLike<number>
  /** Stays on this technician-day, and at this time when one is given. */
  pinned?: { day: number; start?: number }
  /** Where and when people were told it would happen. */
  published?: { day: number; start?: number }
  /** Extra cost on single technician-days. */
  preferences?: { day: number; cost: number }[]
}

export interface RouteWeights {
  /** Per minute of overtime. */
  overtime: number
  /** Per minute after a deadline. */
  lateness: number
  /** Price of one more minute of work on a full day; an empty day has none. */
  balance: number
  /** Moving a published visit to another technician or day, and telling a time that differs by more than the tolerance (minutes). */
  move: number
  retell: number
  tolerance: number
}

export const DEFAULT_WEIGHTS: RouteWeights = { overtime: 1, lateness: 0.1, balance: 0, move: 0, retell: 0, tolerance: 30 }

/** How long to search. Without `seconds` the plan depends on problem, seed, iterations and workers alone. */
export interface PlanOptions {
  seed?: number
  seconds?: number
  /** Iterations in all. */
  iterations?: number
  workers?: number
  /** Searches when nobody else needs the processors: beside a server's requests. */
  givesWay?: boolean
  /** `routes`: use as few technician-days as possible before all else but serving. */
  objective?: 'cost' | 'routes'
  onProgress?: (progress: Progress) => void
  /** Stops early with the best plan so far. */
  signal?: AbortSignal
}

export interface Progress { share: number; lost: number; breaches: number; cost: number; iterations: number }

/** The plan and why it is as it is. */
export interface RoutePlan {
  routes: PlannedRoute[]
  unserved: Unserved[]
  /** The levels of the objective: lost, breached deadlines, cost. */
  lost: number
  breaches: number
  cost: number
  /** What the cost consists of, in equivalent travel minutes. */
  terms: Terms
  iterations: number
  seconds: number
}

export interface Terms { travel: number; days: number; overtime: number; balance: number; lateness: number; moved: number; retold: number; preference: number }

export interface PlannedRoute {
  day: string
  stops: PlannedStop[]
  breaks: { start: number; end: number }[]
  end: number
  travel: number
  terms: Terms
}

export interface PlannedStop { order: string; arrival: number; start: number; end: number; travel: number; frozen?: true; late?: number; moved?: true }

/**
 * Why an order is in no route: nobody may do it; no day of those who may reaches it within window and shift, even if it were empty;
 * or the days that could are full of what loses more. `days` counts the technician-days that pass the test before.
 */
export interface Unserved { order: string; lost: number; reason: 'nobody-eligible' | 'out-of-reach' | 'days-full'; days: number }
