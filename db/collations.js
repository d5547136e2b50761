/** Languages as CAP names their collations, which PostgreSQL knows by other names (zh-Hans-CN) only. */
const CHINESE = ['zh-CN', 'zh-TW', 'zh-HK']

/**
 * Adds the collations that lists in Chinese are sorted by on PostgreSQL: without them CAP's `ORDER BY … COLLATE "zh-CN-x-icu"`
 * fails. A server without ICU has no use for them. Runs on CAP's `compile.to.dbx` event, as indexes do.
 *
 * @param {object} csn the model to be deployed
 * @param {{dialect?: string, kind?: string, to?: string}} options of the compilation
 * @param {() => any} next compiles to DDL; its (memoised) result is extended in place
 */
function addCollations(csn, { dialect, kind, to } = {}, next) {
  const ddl = next()
  const statements = Array.isArray(ddl) ? ddl : ddl?.createsAndAlters
  if (Array.isArray(statements) && [dialect, kind, to].includes('postgres')) statements.push(...CHINESE.map(creation))
}

const creation = language => `DO $$ BEGIN
  IF EXISTS (SELECT 1 FROM pg_collation WHERE collname = 'en-x-icu') THEN
    CREATE COLLATION IF NOT EXISTS "${language}-x-icu" (provider = icu, locale = '${language}');
  END IF;
END $$;`

module.exports = { addCollations }
