/** What the user at hand may do with service levels, as the service says. */
export interface Permissions {
  maySeeAgreements: boolean
  mayForecast: boolean
  mayRestore: boolean
  mayRedetermine: boolean
  mayPlanMilestones: boolean
  maySteerMilestones: boolean
  mayShip: boolean
  roles: string[]
}
