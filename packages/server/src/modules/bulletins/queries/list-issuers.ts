import { scopeOf } from '@mingji/engine';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { scopeFilter } from '../../../db/scope-filter.ts';
import { approversOf } from '../approvers.ts';

/** The units whose office the reader runs: for these he may draw up bulletins. */
export async function listIssuers(ctx: Ctx) {
  const { db } = ctx.deps;
  const mine = scopeFilter(scopeOf(ctx.actor, 'bulletin.draft'), { unitPath: sql<string>`u.path` });
  const { rows } = await sql<{ id: string; name: string; mark: string | null; addressee: string | null }>`
    select u.id, u.name, i.mark, i.addressee from unit u left join bulletin_issuer i on i.unit_id = u.id
    where u.bureau_id = ${ctx.actor.bureauId} and u.abolished_on is null and ${mine}
    order by u.path limit 50`.execute(db);
  const issuers = [];
  for (const row of rows) {
    issuers.push({
      unit: { id: row.id, name: row.name },
      mark: row.mark,
      addressee: row.addressee ?? '',
      approvers: (await approversOf(db, row.id)).map(({ name }) => name),
    });
  }
  return { issuers };
}
