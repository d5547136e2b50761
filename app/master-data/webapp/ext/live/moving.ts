import type Context from 'sap/ui/model/odata/v4/Context'

/** How often a page looks again while a run works, in milliseconds. */
export const EVERY = 2_000

/** Whether the run works at the moment. */
export const isMoving = (run: Context | null | undefined) => run?.getProperty('state_code') === 'Running'
