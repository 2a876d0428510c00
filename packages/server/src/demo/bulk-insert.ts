import { type Insertable, sql } from 'kysely';
import type { Reader } from '../db/database.ts';
import type { DB } from '../db/schema.generated.ts';

const ROWS_PER_STATEMENT = 5000;

/** A row by its columns; values are what PostgreSQL reads from JSON. */
export type BulkRow<T extends keyof DB> = { readonly [C in keyof Insertable<DB[T]>]?: unknown };

/** Inserts many rows of one table; every row has the same columns. Bytes are written as '\\x…' hex. */
export async function bulkInsert<T extends keyof DB & string>(
  db: Reader,
  table: T,
  rows: readonly BulkRow<T>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const part = JSON.stringify(rows.slice(start, start + ROWS_PER_STATEMENT));
    const list = sql.join(columns.map((column) => sql.ref(column)));
    await sql`insert into ${sql.table(table)} (${list})
      select ${list} from json_populate_recordset(null::${sql.table(table)}, ${part}::json)`.execute(db);
  }
}

export function hexBytes(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes).toString('hex')}`;
}
