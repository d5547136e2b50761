// Before anything of CAP is loaded: service implementations are TypeScript, UI5 stays out of the way.
process.env.CDS_TYPESCRIPT = 'true'
process.env.AFTERSALES_UI5 = 'off'
process.env.NODE_ENV = 'test'
