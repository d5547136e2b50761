// Imported first: the settings of the process that starts the stand-in must not become its own.
for (const name of Object.keys(process.env)) if (/^CDS_/i.test(name)) delete process.env[name]
delete process.env.NODE_ENV
delete process.env.PORT

/** The technical user of the communication arrangement. */
export const USER = process.env.HOST_ERP_USER ?? 'AFTERSALES'
export const PASSWORD = process.env.HOST_ERP_PASSWORD ?? 'Stand-in-1'
