import type { Request, Response } from 'express'

interface Message { code?: string; message?: string | { value: string }; target?: string; severity?: string }

/** Gives OData V2 errors the shape of SAP Gateway: what CAP and its adapter write differs in the details. */
export function writeErrorsLikeGateway(req: Request, res: Response): void {
  const { write, end } = res
  const chunks: Buffer[] = []
  const isError = () => res.statusCode >= 400 && /json/.test(String(res.getHeader('content-type')))
  res.write = ((chunk: any, ...rest: any[]) => {
    if (!isError()) return (write as any).call(res, chunk, ...rest)
    chunks.push(Buffer.from(chunk))
    return true
  }) as typeof res.write
  res.end = ((chunk: any, ...rest: any[]) => {
    if (res.headersSent || !isError()) return (end as any).call(res, chunk, ...rest)
    if (chunk && typeof chunk !== 'function') chunks.push(Buffer.from(chunk))
    const body = Buffer.from(gatewayError(Buffer.concat(chunks).toString(), req))
    res.setHeader('content-length', body.length)
    res.write = write
    return (end as any).call(res, body)
  }) as typeof res.end
}

function gatewayError(body: string, req: Request): string {
  let error: (Message & { innererror?: { errordetails?: Message[] } }) | undefined
  try {
    error = JSON.parse(body).error
  } catch {
    return body
  }
  if (!error) return body
  const details = error.innererror?.errordetails ?? []
  const service = req.originalUrl.split('/')[5]?.split(/[;?]/)[0] ?? ''
  return JSON.stringify({
    error: {
      code: codeOf(error), message: { lang: 'en', value: textOf(error) },
      innererror: {
        application: { component_id: '', service_namespace: '/SAP/', service_id: service, service_version: '0001' },
        transactionid: String(req.res?.getHeader('x-request-id') ?? '').replaceAll('-', '').toUpperCase(), timestamp: '', Error_Resolution: {},
        errordetails: (details.length ? details : [error]).map(detail => ({
          ContentID: '', code: codeOf(detail), message: textOf(detail), propertyref: '', severity: detail.severity ?? 'error', transition: false, target: ''
        }))
      }
    }
  })
}

const textOf = ({ message }: Message) => typeof message === 'string' ? message : message?.value ?? ''
const codeOf = ({ code }: Message) => /^\d{3}$/.test(code ?? '') ? `/IWBEP/CM_MGW_RT/${code}` : code ?? ''
