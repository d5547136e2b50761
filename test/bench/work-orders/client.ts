import http from 'node:http'

const BOUNDARY = 'batch_of_the_benchmark'
const PART_HEADERS = [
  'Accept:application/json;odata.metadata=minimal;IEEE754Compatible=true', 'Accept-Language:en',
  'Content-Type:application/json;charset=UTF-8;IEEE754Compatible=true'
]

/** Speaks HTTP over kept connections as one development user, the way UI5 does. */
export class Client {
  private readonly agent = new http.Agent({ keepAlive: true, maxSockets: 16 })

  constructor(private readonly url: string, private readonly user: string) {}

  /** Sends requests in one `$batch`; throws unless each of them was answered with 200. */
  async batch(service: string, requests: string[]): Promise<string> {
    const parts = requests.map(request =>
      [`--${BOUNDARY}`, 'Content-Type:application/http', 'Content-Transfer-Encoding:binary', '', `GET ${request} HTTP/1.1`, ...PART_HEADERS, '', '', ''].join('\r\n')
    )
    const answer = await this.post(`${service}/$batch`, `${parts.join('')}--${BOUNDARY}--\r\n`, `multipart/mixed; boundary=${BOUNDARY}`)
    const successes = answer.split('HTTP/1.1 200').length - 1
    if (successes !== requests.length) throw new Error(`${requests.join('\n')}\nwas answered:\n${answer.slice(0, 2000)}`)
    return answer
  }

  /** Calls an action or function import with JSON. */
  async call(path: string, data: object): Promise<string> {
    return this.post(path, JSON.stringify(data), 'application/json')
  }

  close(): void {
    this.agent.destroy()
  }

  private post(path: string, body: string, type: string): Promise<string> {
    const headers = {
      'Content-Type': type, 'Content-Length': Buffer.byteLength(body), 'Accept-Language': 'en', 'OData-Version': '4.0',
      Authorization: `Basic ${Buffer.from(`${this.user}:`).toString('base64')}`
    }
    return new Promise((resolve, reject) => {
      const request = http.request(this.url + path, { method: 'POST', agent: this.agent, headers }, response => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', chunk => { text += chunk })
        response.on('end', () => (response.statusCode! < 300 ? resolve(text) : reject(new Error(`${path}: ${response.statusCode} ${text.slice(0, 2000)}`))))
      })
      // A server that was busy for seconds has closed kept connections: nobody has read what was sent on one of them.
      request.on('error', (error: NodeJS.ErrnoException) => (request.reusedSocket && error.code === 'ECONNRESET' ? this.post(path, body, type).then(resolve, reject) : reject(error)))
      request.end(body)
    })
  }
}
