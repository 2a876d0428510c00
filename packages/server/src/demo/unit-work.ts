import { randomUUID } from 'node:crypto';
import { rolesOfEvent } from '@mingji/engine';
import { acceptSubmission, createSubmission } from '../modules/submissions/index.ts';
import { actAs } from './act-as.ts';
import type { DemoAccount } from './demo-accounts.ts';
import type { DemoWorld } from './demo-features.ts';
import type { DemoRuleSet } from './rule-set-rows.ts';
import { indicatorsByCode } from './usual-work.ts';

const UNITS = 14;
const PAIRS = 6;
const HOUR = 3_600_000;

/**
 * In the month in progress units report as units do, by their heads, and officers report what they did together: some
 * is accepted with every part booked, some waits (P2). Only what the methods allow is reported.
 */
export async function makeUnitWork(world: DemoWorld): Promise<void> {
  for (const rules of world.ruleSets) {
    const period = await openPeriod(world, rules);
    if (!period || !rules.ruleSet.appraises.includes('unit')) continue;
    await reportForUnits(world, rules, period);
    await reportTogether(world, rules, period);
  }
}

interface OpenPeriod {
  readonly id: string;
  readonly on: string;
}

async function openPeriod(
  { deps, today }: DemoWorld,
  { versionId }: DemoRuleSet,
): Promise<OpenPeriod | null> {
  const row = await deps.db
    .selectFrom('period')
    .select(['id', 'from_on'])
    .where('rule_set_version_id', '=', versionId)
    .where('kind', '<>', 'special')
    .where('state', '=', 'open')
    .where('from_on', '<=', today)
    .where('submit_by', '>', deps.clock())
    .executeTakeFirst();
  return row ? { id: row.id, on: row.from_on } : null;
}

/** Events that add points, that units may report: each with what its rule asks for. */
function reportable({ ruleSet }: DemoRuleSet, kind: 'unit' | 'officer') {
  return [...indicatorsByCode(ruleSet).values()].flatMap((indicator) => {
    const { scoring, subjects } = indicator;
    if (!('events' in scoring) || !(subjects?.kinds?.includes(kind) ?? true)) return [];
    return scoring.events.filter(({ points }) => Number(points) > 0).map((event) => ({ indicator, event }));
  });
}

async function reportForUnits(world: DemoWorld, rules: DemoRuleSet, period: OpenPeriod): Promise<void> {
  const { deps, city, random } = world;
  const [first, ...others] = reportable(rules, 'unit');
  const heads = city.accounts.all.filter(({ grants }) =>
    grants.some(({ role, unit }) => role === 'unitHead' && unit.kind !== 'squad'),
  );
  if (first === undefined) return;
  for (const [index, head] of heads.slice(0, UNITS).entries()) {
    const unit = head.grants.find(({ role }) => role === 'unitHead')?.unit;
    if (!unit?.path.startsWith(city.units.find(({ name }) => name === rules.plan.unit)?.path ?? '-'))
      continue;
    const { indicator, event } = random.pick([first, ...others]);
    const at = new Date(deps.clock().getTime() - (index + 2) * 5 * HOUR);
    const ctx = actAs(deps, city, head, at);
    const { submission } = await createSubmission(ctx, {
      requestId: randomUUID(),
      periodId: period.id,
      subjectKind: 'unit',
      subjectId: unit.id,
      indicatorCode: indicator.code,
      title: `${unit.name}：${event.name}`,
      description: `${indicator.name}，由${unit.name}汇总报送。`,
      eventCode: event.code,
      quantity: '1',
      occurredOn: period.on,
      participants: [],
      fileIds: [],
    });
    if (index % 3 !== 0) await accept(world, submission, new Date(at.getTime() + 2 * HOUR), head);
  }
}

/** Two of one station who worked together: the rule says what each gets. */
async function reportTogether(world: DemoWorld, rules: DemoRuleSet, period: OpenPeriod): Promise<void> {
  const { deps, city } = world;
  const shared = reportable(rules, 'officer').flatMap(({ indicator, event }) => {
    const role = rolesOfEvent(rules.ruleSet, event).find(({ goesTo }) => goesTo === 'named');
    return role ? [{ indicator, event, role }] : [];
  });
  const [choice] = shared;
  if (!choice) return;
  const stations = city.units.filter(({ kind }) => kind === 'station').slice(0, PAIRS);
  for (const [index, station] of stations.entries()) {
    const people = city.accounts.all.filter(({ officer }) => officer?.unit.path.startsWith(station.path));
    const [lead, ...others] = people.filter(({ grants }) => grants.every(({ role }) => role === 'officer'));
    if (!lead?.officer || others.length === 0) continue;
    const at = new Date(deps.clock().getTime() - (index + 1) * 7 * HOUR);
    const { submission } = await createSubmission(actAs(deps, city, lead, at), {
      requestId: randomUUID(),
      periodId: period.id,
      subjectKind: 'officer',
      subjectId: lead.officer.id,
      indicatorCode: choice.indicator.code,
      title: `${choice.event.name}（共同办理）`,
      description: `${station.name}${others.length > 1 ? '三' : '两'}人共同办理，已回访。`,
      eventCode: choice.event.code,
      quantity: '1',
      occurredOn: period.on,
      participants: others
        .slice(0, 2)
        .flatMap(({ officer }) => (officer ? [{ officerId: officer.id, role: choice.role.code }] : [])),
      fileIds: [],
    });
    if (index % 2 === 0) await accept(world, submission, new Date(at.getTime() + 3 * HOUR), lead);
  }
}

async function accept(
  { deps, city }: DemoWorld,
  submission: { readonly id: string; readonly ownerUnit: { readonly name: string } },
  at: Date,
  author: DemoAccount,
): Promise<void> {
  const reviewer = city.accounts.reviewerOf.get(submission.ownerUnit.name);
  if (!reviewer || reviewer.id === author.id || at > deps.clock()) return;
  await acceptSubmission(actAs(deps, city, reviewer, at), submission.id, {
    requestId: randomUUID(),
    version: 1,
  });
}
