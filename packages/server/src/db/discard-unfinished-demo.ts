import pg from 'pg';
import { StartRefusal } from '../start-refusal.ts';
import { migrate } from './migrate.ts';

/**
 * A demo city whose making was interrupted cannot be continued, and its ledger refuses deletion as every ledger
 * does: so the schema itself goes, and comes back empty. Only ever done when the one bureau here is an unfinished
 * demo city in the embedded database. Answers whether it did.
 */
export async function discardUnfinishedDemo(url: string, isEmbedded: boolean): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const answer = await client.query<{ unfinished: boolean }>(
      'SELECT count(*) > 0 AND bool_and(is_demo AND demo_completed_at IS NULL) AS unfinished FROM bureau',
    );
    if (answer.rows[0]?.unfinished !== true) return false;
    if (!isEmbedded) {
      throw new StartRefusal(
        'DATABASE_URL 指定的库里有一个没有建完的演示城市：请换一个空库，或清空该库后重新启动。',
      );
    }
    await client.query(
      'DROP SCHEMA graphile_worker CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public',
    );
  } finally {
    await client.end();
  }
  await migrate(url);
  return true;
}
