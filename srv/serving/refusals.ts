import cds from '@sap/cds'
import type { Request, Response } from 'express'

/** The refusal of a request that no service has seen yet, in the form and language of all others. */
export function refuse(req: Request, res: Response, status: number, code: string, args: unknown[] = []): void {
  const locale = (cds.context as unknown as { locale?: string } | undefined)?.locale ?? localeOf(req)
  const texts = (cds as unknown as { i18n: { messages: { at(key: string, locale: string, args: unknown[]): string | undefined } } }).i18n.messages
  res.status(status).set('OData-Version', '4.0').json({ error: { code, message: texts.at(code, locale, args) ?? code, '@Common.numericSeverity': 4 } })
}

const localeOf = (req: Request): string => (/^zh/i.test(req.acceptsLanguages()[0] ?? '') ? 'zh_CN' : 'en')
