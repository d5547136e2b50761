/**
 * Adds the secondary indexes declared by `@aftersales.indexes` to the DDL that CAP generates.
 *
 * Runs on CAP's `compile.to.dbx` event, so that every way of deploying gets them:
 * `cds deploy`, in-memory databases, schema evolution and HDI builds.
 *
 * @param {object} csn the model to be deployed
 * @param {{dialect?: string, kind?: string, to?: string}} options of the compilation
 * @param {() => any} next compiles to DDL; its (memoised) result is extended in place
 */
function addIndexes(csn, options = {}, next) {
  const ddl = next()
  const indexes = declaredIndexes(csn)
  if (Array.isArray(ddl)) ddl.push(...statements(indexes, options))
  else if (Array.isArray(ddl?.createsAndAlters)) ddl.createsAndAlters.push(...statements(indexes, options))
  else if (typeof ddl?.next === 'function') extendGenerator(ddl, hdbindexes(indexes))
}

/** CAP hands out HANA artefacts by a generator; its consumers iterate it, so its iterator is what grows. */
function extendGenerator(generator, more) {
  const tables = { next: () => generator.next(), [Symbol.iterator]() { return this } }
  generator[Symbol.iterator] = function* () {
    yield* tables
    yield* more
  }
}

function declaredIndexes(csn) {
  return Object.entries(csn.definitions)
    .filter(([, def]) => def.kind === 'entity' && def['@aftersales.indexes'] && !def.query && !def.projection)
    .flatMap(([name, def]) => {
      const table = name.replace(/\./g, '_')
      return def['@aftersales.indexes'].map(columns => ({ table, columns, name: indexName(table, columns) }))
    })
}

/** PostgreSQL cuts identifiers at 63 characters. */
const indexName = (table, columns) => `ix_${table.replace(/^aftersales_/, '')}_${columns.join('_')}`.slice(0, 63)

function statements(indexes, { dialect, kind, to }) {
  // CAP orders by … NULLS FIRST on PostgreSQL; an index in another order would not serve it.
  const order = [dialect, kind, to].includes('postgres') ? ' NULLS FIRST' : ''
  return indexes.map(
    ({ name, table, columns }) =>
      `CREATE INDEX IF NOT EXISTS ${name} ON ${table} (${columns.map(c => c + order).join(', ')});`
  )
}

function hdbindexes(indexes) {
  return indexes.map(({ name, table, columns }) => [
    `INDEX ${name.toUpperCase()} ON ${table.toUpperCase()} (${columns.join(', ').toUpperCase()})`,
    { file: `${name}.hdbindex` }
  ])
}

/**
 * CAP prepares all statements of a deployment at once. SQLite can't prepare an index before its table
 * exists, so those wait for the next turn of the event loop, when the tables are there.
 */
function afterTables(srv) {
  if (srv.kind !== 'sqlite') return
  srv.prepend(() =>
    srv.on('*', async (req, next) => {
      if (typeof req.query === 'string' && req.query.startsWith('CREATE INDEX')) await new Promise(setImmediate)
      return next()
    })
  )
}

module.exports = { addIndexes, afterTables }
