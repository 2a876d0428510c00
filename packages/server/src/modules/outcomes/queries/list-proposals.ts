import type { outcomes } from '@mingji/contract';
import { scopeOf } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { scopeFilter } from '../../../db/scope-filter.ts';
import { drawnUpBy, type ProposalRow } from '../find-proposal.ts';
import { presentProposal } from './proposal-rows.ts';

type Filter = z.output<typeof outcomes.listProposals.query>;

/** What waits for a decision first, then drafts, then what is settled. */
export async function listProposals(ctx: Ctx, filter: Filter) {
  const { db } = ctx.deps;
  const where = conditions(ctx, filter);
  const total = await sql<{ n: number }>`
    select count(*) as n from outcome_proposal o join unit u on u.id = o.subject_unit_id where ${where}`.execute(
    db,
  );
  const { rows } = await sql<ProposalRow>`
    select o.*, u.path as unit_path, u.name as unit_name
    from outcome_proposal o join unit u on u.id = o.subject_unit_id where ${where}
    order by array_position(array['submitted', 'draft', 'agreed', 'notAgreed', 'withdrawn'], o.state),
      coalesce(o.decided_at, o.submitted_at, o.created_at) desc, o.id
    limit ${filter.pageSize} offset ${(filter.page - 1) * filter.pageSize}`.execute(db);
  return {
    items: rows.map(presentProposal),
    total: total.rows[0]?.n ?? 0,
    page: filter.page,
    pageSize: filter.pageSize,
  };
}

function conditions(ctx: Ctx, filter: Filter): RawBuilder<boolean> {
  const parts = [
    sql<boolean>`o.bureau_id = ${ctx.actor.bureauId}`,
    scopeFilter(scopeOf(ctx.actor, 'outcome.readProposals'), { unitPath: sql<string>`u.path` }),
  ];
  if (filter.kind !== undefined) parts.push(sql<boolean>`o.kind = ${filter.kind}`);
  if (filter.state !== undefined) parts.push(sql<boolean>`o.state = ${filter.state}`);
  if (filter.text) {
    const pattern = `%${filter.text.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(
      sql<boolean>`(o.subject_name like ${pattern} or o.subject_code like ${pattern} or u.name like ${pattern})`,
    );
  }
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

/** Submitted proposals that this person may decide: neither drawn up by him nor about him. */
export async function proposalsToDecide(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from outcome_proposal o join unit u on u.id = o.subject_unit_id
    where o.bureau_id = ${ctx.actor.bureauId} and o.state = 'submitted'
      and ${scopeFilter(scopeOf(ctx.actor, 'outcome.decide'), { unitPath: sql<string>`u.path` })}
      and not ${drawnUpBy(ctx, sql`o`)}
      and o.subject_id is distinct from ${ctx.actor.officerId}::uuid`.execute(ctx.deps.db);
  return rows[0]?.n ?? 0;
}
