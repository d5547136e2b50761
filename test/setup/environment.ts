// Before anything of CAP is loaded: service implementations are TypeScript, UI5 stays out of the way.
process.env.CDS_TYPESCRIPT = 'true'
process.env.AFTERSALES_UI5 = 'off'
process.env.NODE_ENV = 'test'
// Spans and metrics of tests would only be noise: those that are about them switch them on.
process.env.NO_TELEMETRY ??= 'true'
