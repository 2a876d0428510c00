import { type RawBuilder, sql } from 'kysely';

/**
 * Whether a period counts beyond itself (P20): a trial's results are in no list, streak, year, quota, outcome, bulletin
 * or prior matter. `alias` is the name the table `period` has in the query. Whoever adds up over periods asks this.
 */
export function countsOfPeriod(alias: string): RawBuilder<boolean> {
  return sql<boolean>`(not ${sql.ref(`${alias}.trial`)} and ${sql.ref(`${alias}.discarded_at`)} is null)`;
}
