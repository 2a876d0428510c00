import type { ruleSets } from '@mingji/contract';
import { decideAccess } from '@mingji/engine';
import type { Ctx } from '../../context.ts';
import type { Reader } from '../../db/database.ts';
import { ownersOf, problemsOf } from './check-version.ts';
import { findingsOf } from './findings.ts';
import { indicatorPlaces } from './indicator-of.ts';
import { marksBalance } from './marks-balance.ts';
import { parseContent } from './published-rule-set.ts';
import { signOffsOf, type VersionRow } from './version-row.ts';

export function abilitiesOn(ctx: Ctx, unitPath: string) {
  return {
    edit: decideAccess(ctx.actor, 'ruleSet.edit', { unitPath }).allowed,
    publish: decideAccess(ctx.actor, 'ruleSet.publish', { unitPath }).allowed,
  };
}

/** A version with everything its page shows: text, problems, flags and the balance of its marks. */
export async function presentVersion(db: Reader, ctx: Ctx, row: VersionRow): Promise<ruleSets.VersionView> {
  const content = parseContent(row.content);
  const owners = await ownersOf(db, ctx.actor.bureauId, row.unit_path, content);
  return {
    id: row.id,
    version: row.version,
    state: row.state as 'draft' | 'published',
    effectiveOn: row.effective_on,
    publishedAt: row.published_at?.toISOString() ?? null,
    publishedByName: row.published_by_name,
    updatedAt: row.updated_at.toISOString(),
    indicatorCount: indicatorPlaces(content).length,
    ruleSet: {
      id: row.rule_set_id,
      code: row.rule_set_code,
      name: row.rule_set_name,
      unit: { id: row.unit_id, name: row.unit_name },
      sequenceCodes: row.sequence_codes,
    },
    content: content as ruleSets.VersionView['content'],
    contentHash: row.content_hash?.toString('hex') ?? null,
    createdAt: row.created_at.toISOString(),
    createdByName: row.created_by_name,
    problems: row.state === 'draft' ? problemsOf(content, owners) : [],
    findings: findingsOf(content, signOffsOf(row)),
    balance: marksBalance(content),
    owners: owners.map(({ owner, unit }) => ({ owner, unit: unit && { id: unit.id, name: unit.name } })),
    abilities: abilitiesOn(ctx, row.unit_path),
  };
}
