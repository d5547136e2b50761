/** The figures of an assessment: FMEA 1–10 each; ISO 14971 severity and probability of harm (`occurrence`) 1–5. */
export interface RiskFigures {
  riskMethod_code: string | null
  severity: number | null
  occurrence: number | null
  detection: number | null
}

/** A level that holds from a risk priority number, or from a severity whatever the number. */
export interface RiskThreshold { level_code: string; fromNumber: number | null; fromSeverity: number | null }
export interface RiskCell { severity: number; occurrence: number; level_code: string }
/** The level with the higher position is the worse one. */
export interface RiskLevel { code: string; position: number }
export interface RiskTables { thresholds: RiskThreshold[]; cells: RiskCell[]; levels: RiskLevel[] }

export type RiskFactor = 'severity' | 'occurrence' | 'detection'

const FACTORS: Record<string, RiskFactor[]> = { FMEA: ['severity', 'occurrence', 'detection'], ISO14971: ['severity', 'occurrence'] }
const HIGHEST: Record<string, number> = { FMEA: 10, ISO14971: 5 }

/** Factors of the method that have no figure, or one that its scale does not have. */
export function missingFactors(figures: RiskFigures): RiskFactor[] {
  const method = methodOf(figures)
  return FACTORS[method].filter(factor => !isOnScale(figures[factor], method))
}

/**
 * The risk number and its level: for FMEA the risk priority number (IEC 60812) and the worst of all thresholds that it reaches, for
 * ISO 14971 the cell of the matrix.
 *
 * @returns nothing while figures are missing
 */
export function riskOf(figures: RiskFigures, tables: RiskTables): { riskNumber: number; riskLevel_code: string | null } | undefined {
  if (missingFactors(figures).length) return
  const { severity, occurrence, detection } = figures as Record<RiskFactor, number>
  if (methodOf(figures) === 'ISO14971') {
    const cell = tables.cells.find(each => each.severity === severity && each.occurrence === occurrence)
    return { riskNumber: severity * occurrence, riskLevel_code: cell?.level_code ?? null }
  }
  const riskNumber = severity * occurrence * detection
  return { riskNumber, riskLevel_code: worst(tables.thresholds.filter(threshold => isReached(threshold, riskNumber, severity)), tables.levels) }
}

const methodOf = ({ riskMethod_code }: RiskFigures) => (riskMethod_code && Object.hasOwn(FACTORS, riskMethod_code) ? riskMethod_code : 'FMEA')
const isOnScale = (figure: number | null, method: string) => Number.isInteger(figure) && figure! >= 1 && figure! <= HIGHEST[method]

const isReached = ({ fromNumber, fromSeverity }: RiskThreshold, number: number, severity: number) =>
  (fromNumber !== null && number >= fromNumber) || (fromSeverity !== null && severity >= fromSeverity)

function worst(reached: RiskThreshold[], levels: RiskLevel[]): string | null {
  const position = new Map(levels.map(level => [level.code, level.position]))
  const [first] = reached.map(({ level_code }) => level_code).sort((a, b) => position.get(b)! - position.get(a)!)
  return first ?? null
}
