import type { Problem, ruleSets } from '@mingji/contract';
import { breaksBelow, type RuleSet } from '@mingji/engine';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { inheritanceProblems } from '../inheritance.ts';
import { parseContent } from '../published-rule-set.ts';
import { type UpperVersion, upperVersion } from '../upper-version.ts';
import { findVersion } from '../version-row.ts';

/** 1 + 55 + N: more methods under one are not listed. */
const MOST = 500;

/** §16: every method under this one, by whatever version, with what breaks in it under the version at hand. */
export async function listDependants(ctx: Ctx, versionId: string): Promise<{ items: ruleSets.Dependant[] }> {
  const row = await findVersion(ctx.deps.db, ctx.actor.bureauId, versionId);
  const upper = parseContent(row.content);
  const lowers = await newestBelow(ctx, row.rule_set_code);
  const items: ruleSets.Dependant[] = [];
  for (const lower of lowers) {
    const content = parseContent(lower.content);
    if (content.extends === undefined) continue;
    const named = await upperVersion(ctx.deps.db, ctx.actor.bureauId, content.extends);
    items.push({
      versionId: lower.id,
      ruleSetName: lower.name,
      unit: { id: lower.unit_id, name: lower.unit_name },
      version: lower.version,
      state: lower.state as ruleSets.Dependant['state'],
      upperVersion: named === null ? content.extends.version : String(named.version),
      problems: problemsUnder(upper, named, content).slice(0, 200),
    });
  }
  return { items };
}

function problemsUnder(upper: RuleSet, named: UpperVersion | null, lower: RuleSet): Problem[] {
  if (named === null || named.content.version === upper.version) return inheritanceProblems(lower, named);
  return breaksBelow(named.content, upper, [lower]).flatMap(({ problems }) =>
    problems.map(({ path, message, clause }) =>
      clause === undefined ? { path, message } : { path, message, clause },
    ),
  );
}

/** Of each method below, the version that is in force and the one being written. */
function newestBelow(ctx: Ctx, code: string) {
  return ctx.deps.db
    .selectFrom('rule_set_version as v')
    .innerJoin('rule_set as r', 'r.id', 'v.rule_set_id')
    .innerJoin('unit as u', 'u.id', 'r.unit_id')
    .select(['v.id', 'v.version', 'v.state', 'v.content', 'r.name', 'r.unit_id', 'u.name as unit_name'])
    .where('v.bureau_id', '=', ctx.actor.bureauId)
    .where(sql<string>`v.content -> 'extends' ->> 'id'`, '=', code)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('rule_set_version as later')
            .select('later.id')
            .whereRef('later.rule_set_id', '=', 'v.rule_set_id')
            .whereRef('later.version', '>', 'v.version')
            .where('later.state', '=', 'published'),
        ),
      ),
    )
    .orderBy('u.path')
    .orderBy('r.code')
    .orderBy('v.version')
    .limit(MOST)
    .execute();
}
