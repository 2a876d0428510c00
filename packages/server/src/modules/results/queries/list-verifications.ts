import type { Ctx } from '../../../context.ts';
import { notFound } from '../../../refusal.ts';
import { toldFinding } from '../told-finding.ts';

/** Every time somebody, or the clock, looked at a seal, and what came of it. */
export async function listVerifications(ctx: Ctx, sealId: string) {
  const { db } = ctx.deps;
  const seal = await db
    .selectFrom('seal')
    .select('id')
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where('id', '=', sealId)
    .executeTakeFirst();
  if (!seal) throw notFound('这份封存');
  const verifications = db.selectFrom('seal_verification').where('seal_id', '=', sealId);
  const { n } = await verifications
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  const rows = await verifications.selectAll().orderBy('seq', 'desc').limit(100).execute();
  return {
    items: rows.map((row) => ({
      at: row.at.toISOString(),
      ok: row.ok,
      findingCount: row.finding_count,
      byName: row.by_name,
      findings: (row.findings as unknown as readonly { message: string }[])
        .map(({ message }) => toldFinding(ctx.actor, message))
        .slice(0, 20),
    })),
    total: n,
  };
}
