import type { ruleSets } from '@mingji/contract';
import {
  changesOfIndicator,
  FAMILY_NAMES,
  holdsAbility,
  type RuleSet,
  ruleWords,
  scopeOf,
} from '@mingji/engine';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { scopeFilter } from '../../../db/scope-filter.ts';
import { notFound } from '../../../refusal.ts';
import { indicatorPlaces } from '../indicator-of.ts';
import { parseContent } from '../published-rule-set.ts';
import { versionsOf } from './indicator-search.ts';

interface VersionRow {
  id: string;
  version: number;
  standing: ruleSets.Standing;
  effective_on: string | null;
  effective_to: string | null;
  content: unknown;
  rule_set_name: string;
}

/** One indicator, by its code, through the versions of its method; and what was booked on it (P12). */
export async function getIndicatorHistory(ctx: Ctx, ruleSetId: string, code: string) {
  const rows = await versionRows(ctx, ruleSetId);
  const contents = rows.map((row) => parseContent(row.content));
  if (!contents.some((content) => placeOf(content, code))) throw notFound('该指标');
  const targets = await issuedTargets(ctx, ruleSetId, code);
  return {
    ruleSetName: rows[0]?.rule_set_name ?? '',
    versions: rows.map((row, at) => {
      const content = contents[at];
      const before = contents[at + 1];
      return {
        versionId: row.id,
        version: row.version,
        standing: row.standing,
        effectiveOn: row.effective_on,
        effectiveTo: row.effective_to,
        indicator: content ? presentIndicator(content, code) : null,
        changes: content && before ? changesOfIndicator(before, content, code).slice(0, 200) : [],
        targets: targets.get(row.id) ?? [],
      };
    }),
    uses: await usesOf(ctx, ruleSetId, code),
  };
}

async function versionRows(ctx: Ctx, ruleSetId: string): Promise<VersionRow[]> {
  const { rows } = await sql<VersionRow>`
    select v.id, v.version, v.standing, v.effective_on::text, v.effective_to::text, own.content,
           r.name as rule_set_name
    from (${versionsOf(ctx)}) v
    join rule_set_version own on own.id = v.id
    join rule_set r on r.id = v.rule_set_id
    where r.id = ${ruleSetId} order by v.version desc limit 200`.execute(ctx.deps.db);
  return rows;
}

function placeOf(content: RuleSet, code: string) {
  return indicatorPlaces(content).find(({ indicator }) => indicator.code === code);
}

function presentIndicator(content: RuleSet, code: string) {
  const place = placeOf(content, code);
  if (!place) return null;
  const { module, item, indicator } = place;
  return {
    name: indicator.name,
    place: `${module.name} / ${item.name}`,
    owner: indicator.owner,
    familyName: FAMILY_NAMES[indicator.scoring.family],
    marks: indicator.marks ?? null,
    evidence: indicator.evidence ?? '',
    clauseId: indicator.clause,
    clauseText: content.clauses.find(({ id }) => id === indicator.clause)?.text ?? '',
    rule: ruleWords(indicator, content).slice(0, 100),
  };
}

/** What was issued to those who stand highest: below them it is the same quantity handed on (§14). */
async function issuedTargets(ctx: Ctx, ruleSetId: string, code: string) {
  const { rows } = await sql<{ version_id: string; year: number; quantity: string }>`
    select t.rule_set_version_id as version_id, t.year, sum(t.quantity) as quantity
    from target t join rule_set_version v on v.id = t.rule_set_version_id
    where t.bureau_id = ${ctx.actor.bureauId} and v.rule_set_id = ${ruleSetId} and t.indicator_code = ${code}
      and t.state = 'issued' and t.parent_id is null
    group by 1, 2 order by t.year`.execute(ctx.deps.db);
  const byVersion = new Map<string, { year: number; quantity: string }[]>();
  for (const { version_id, year, quantity } of rows) {
    byVersion.set(version_id, [...(byVersion.get(version_id) ?? []), { year, quantity }]);
  }
  return byVersion;
}

/** Standing entries by period, of those whom the reader may see: what was reversed counts nowhere. */
async function usesOf(ctx: Ctx, ruleSetId: string, code: string) {
  if (!holdsAbility(ctx.actor, 'entry.read')) return null;
  const within = scopeFilter(scopeOf(ctx.actor, 'entry.read'), {
    unitPath: sql<string>`u.path`,
    ownerUnitPath: sql<string>`o.path`,
    officerId: sql<string | null>`case when e.subject_kind = 'officer' then e.subject_id end`,
  });
  const { rows } = await sql<{
    periodId: string;
    periodLabel: string;
    version: number;
    entries: number;
    subjects: number;
    points: string | null;
  }>`
    select p.id as "periodId", p.label as "periodLabel", v.version, count(*) as entries,
           count(distinct e.subject_id) as subjects, sum(e.booked_points) as points
    from period p
    join rule_set_version v on v.id = p.rule_set_version_id
    join ledger_entry e on e.bureau_id = p.bureau_id and e.period_id = p.id
    join unit u on u.id = e.subject_unit_id
    left join unit o on o.id = e.owner_unit_id
    where p.bureau_id = ${ctx.actor.bureauId} and v.rule_set_id = ${ruleSetId} and e.indicator_code = ${code}
      and e.kind <> 'reversal' and not exists (select from ledger_entry gone where gone.reverses = e.id) and ${within}
    group by p.id, p.label, v.version, p.to_on order by p.to_on desc limit 200`.execute(ctx.deps.db);
  return rows;
}
