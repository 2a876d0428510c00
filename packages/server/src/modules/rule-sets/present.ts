import type { ruleSets } from '@mingji/contract';
import { decideAccess, type VersionState } from '@mingji/engine';
import type { Ctx } from '../../context.ts';
import type { Reader } from '../../db/database.ts';
import { ownersOf, problemsOf } from './check-version.ts';
import { type FilingDemand, filingDemand } from './filing-demand.ts';
import { type FilingRow, filingRounds, presentFiling } from './filing-rounds.ts';
import { findingsOf } from './findings.ts';
import { indicatorPlaces } from './indicator-of.ts';
import { inheritanceProblems } from './inheritance.ts';
import { marksBalance } from './marks-balance.ts';
import { parseContent } from './published-rule-set.ts';
import { targetCodes } from './target-codes.ts';
import { upperVersion } from './upper-version.ts';
import { signOffsOf, type VersionRow } from './version-row.ts';

export function abilitiesOn(ctx: Ctx, unitPath: string) {
  return {
    edit: decideAccess(ctx.actor, 'ruleSet.edit', { unitPath }).allowed,
    publish: decideAccess(ctx.actor, 'ruleSet.publish', { unitPath }).allowed,
  };
}

function abilitiesOnVersion(ctx: Ctx, row: VersionRow, demand: FilingDemand, rounds: readonly FilingRow[]) {
  const own = abilitiesOn(ctx, row.unit_path);
  const pending = rounds.find((round) => round.state === 'pending');
  return {
    ...own,
    submit: own.edit && row.state === 'draft' && demand.demanded,
    withdraw: own.edit && (row.state === 'submitted' || row.state === 'filed'),
    decide:
      pending !== undefined &&
      decideAccess(ctx.actor, 'ruleSet.file', {
        unitPath: pending.receiver_path,
        authorAccountId: pending.submitted_by,
      }).allowed,
  };
}

/** A version with everything its page shows: text, problems, flags and the balance of its marks. */
export async function presentVersion(db: Reader, ctx: Ctx, row: VersionRow): Promise<ruleSets.VersionView> {
  const content = parseContent(row.content);
  const owners = await ownersOf(db, ctx.actor.bureauId, row.unit_path, content);
  const demand = await filingDemand(db, ctx.actor.bureauId, row.unit_id, content);
  const rounds = await filingRounds(db, row.id);
  const abilities = abilitiesOnVersion(ctx, row, demand, rounds);
  const upper = content.extends ? await upperVersion(db, ctx.actor.bureauId, content.extends) : null;
  return {
    id: row.id,
    version: row.version,
    state: row.state as VersionState,
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
    problems:
      row.state === 'published'
        ? []
        : [...problemsOf(content, owners), ...inheritanceProblems(content, upper)].slice(0, 500),
    findings: findingsOf(content, signOffsOf(row), upper),
    balance: marksBalance(content),
    owners: owners.map(({ owner, unit }) => ({ owner, unit: unit && { id: unit.id, name: unit.name } })),
    upper: upper && {
      versionId: upper.versionId,
      ruleSetName: upper.ruleSetName,
      version: upper.version,
    },
    targetedCodes: await targetCodes(db, row.id),
    filing: {
      demanded: demand.demanded,
      byRuleSet: demand.byRuleSet,
      receiver: demand.receiver && { id: demand.receiver.id, name: demand.receiver.name },
      // What the office above wrote is for those who write the method, not for everybody who may read it.
      rounds: abilities.edit ? rounds.map(presentFiling) : [],
    },
    abilities,
  };
}
