// Imported first: the SAP Cloud SDK reads its level when it is loaded, and writes to where the report goes.
process.env.SAP_CLOUD_SDK_LOG_LEVEL ??= 'error'
