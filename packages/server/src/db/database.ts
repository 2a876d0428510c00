import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from './schema.generated.ts';

export type Database = Kysely<DB>;
/** Inside a transaction there is only `tx` (principle 8). */
export type Tx = Transaction<DB>;
/** For queries that serve both a screen and a command. */
export type Reader = Database | Tx;

const INT8 = 20;
const DATE = 1082;
const DATE_ARRAY = 1182;

/** Days stay 'YYYY-MM-DD' and numerics stay strings; sequence numbers and counts fit a safe integer. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === DATE) return (text: string) => text;
    if (oid === DATE_ARRAY) return (text: string) => (text === '{}' ? [] : text.slice(1, -1).split(','));
    if (oid === INT8) return (text: string) => Number(text);
    return pg.types.getTypeParser(oid, format);
  }) as pg.CustomTypesConfig['getTypeParser'],
};

/** A pool whose every connection works as the role `mingji_app`, which may not change what is append-only. */
export function createPool(url: string, max = 10): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    options: '-c role=mingji_app -c timezone=UTC -c statement_timeout=60000 -c jit=off',
    connectionTimeoutMillis: 10_000,
    application_name: 'mingji',
  });
  // A dropped idle connection is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

export function createDatabase(pool: pg.Pool): Database {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}
