import http from 'node:http'

export const FINANCE = '/odata/v4/finance'

/** Reads over kept connections as the development user that pulls. */
export class Puller {
  private readonly agent = new http.Agent({ keepAlive: true })

  constructor(private readonly url: string, private readonly user = 'puller') {}

  /** The answer, taken as it comes and parsed as a client would; throws unless it is 200. */
  async read(path: string): Promise<{ value: Record<string, unknown>[] }> {
    return JSON.parse(await this.text(path)) as { value: Record<string, unknown>[] }
  }

  text(path: string): Promise<string> {
    const headers = { Authorization: `Basic ${Buffer.from(`${this.user}:`).toString('base64')}`, Accept: 'application/json' }
    return new Promise((resolve, reject) => {
      http.get(`${this.url}${FINANCE}/${path}`, { agent: this.agent, headers }, response => {
        const chunks: Buffer[] = []
        response.on('data', chunk => chunks.push(chunk as Buffer))
        response.on('error', reject)
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8')
          if (response.statusCode === 200) resolve(text)
          else reject(new Error(`${path}: ${response.statusCode} ${text.slice(0, 1000)}`))
        })
      }).on('error', reject)
    })
  }

  close(): void {
    this.agent.destroy()
  }
}

const TABLE = 'aftersales_RepairCosts'

/** Costs by month and model, as a controller asks for them. */
export const GROUPED = `RepairCosts?$apply=${encodeURIComponent('groupby((month,model,companyCodeCurrency_code),aggregate(companyCodeAmount with sum as costs,$count as items))')}&$top=10000`
export const GROUPED_BY_HAND =
  `SELECT month, model, companyCodeCurrency_code, sum(companyCodeAmount) AS costs, count(*) AS items FROM ${TABLE} GROUP BY month, model, companyCodeCurrency_code LIMIT 10000`

/** Costs of a year by cost centre and indicator. */
export const OF_A_YEAR = `RepairCosts?$apply=${encodeURIComponent("filter(companyCode eq '1010' and fiscalYear eq 2024)/groupby((fiscalPeriod,costCenter,accountingIndicator_code,companyCodeCurrency_code),aggregate(companyCodeAmount with sum as costs))")}`
export const OF_A_YEAR_BY_HAND =
  `SELECT fiscalPeriod, costCenter, accountingIndicator_code, companyCodeCurrency_code, sum(companyCodeAmount) AS costs FROM ${TABLE} WHERE companyCode = '1010' AND fiscalYear = 2024 ` +
  'GROUP BY fiscalPeriod, costCenter, accountingIndicator_code, companyCodeCurrency_code LIMIT 1000'

export const PAGE = 10_000

/** What has changed since. */
export const changedAfter = (last: number) => `RepairCosts?$filter=changeNumber%20gt%20${last}&$orderby=changeNumber&$top=${PAGE}`
export const changedByHand = (last: number) => `SELECT * FROM ${TABLE} WHERE changeNumber > ${last} ORDER BY changeNumber NULLS FIRST LIMIT ${PAGE}`
