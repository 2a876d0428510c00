import { randomBytes, randomUUID } from 'node:crypto';
import { results } from '@mingji/contract';
import { type RuleSet, toText } from '@mingji/engine';
import { computeResults, evaluatePeriod } from '../../src/modules/results/evaluate-period.ts';
import { loadPeriod } from '../../src/modules/results/index.ts';
import { loadFacts } from '../../src/modules/results/load-facts.ts';
import type { TestApp } from './app.ts';
import type { TestClient } from './client.ts';
import type { TestUnit } from './seed.ts';
import { workRules } from './work-city.ts';

/** Puts units into a ranking sequence of 2026, so that they are appraised. */
export async function rankUnits(test: TestApp, units: readonly TestUnit[]): Promise<void> {
  const id = randomUUID();
  const [first] = units;
  if (!first) throw new Error('a sequence has members');
  await test.db
    .insertInto('ranking_sequence')
    .values({
      id,
      bureau_id: first.bureauId,
      year: 2026,
      code: `units-${id.slice(0, 8)}`,
      name: '单位序列',
      subject_kind: 'unit',
    })
    .execute();
  await test.db
    .insertInto('ranking_sequence_member')
    .values(units.map((unit) => ({ sequence_id: id, unit_id: unit.id })))
    .execute();
}

/** A published version with other rules, under a rule set of its own. */
export async function publishRuleSet(
  test: TestApp,
  wish: { readonly unit: TestUnit; readonly content: RuleSet },
): Promise<string> {
  const ruleSetId = randomUUID();
  const { unit, content } = wish;
  await test.db
    .insertInto('rule_set')
    .values({
      id: ruleSetId,
      bureau_id: unit.bureauId,
      unit_id: unit.id,
      code: `rules-${ruleSetId.slice(0, 8)}`,
      name: content.name,
    })
    .execute();
  return publishVersion(test, { unit, content, ruleSetId, version: 1 });
}

export async function publishVersion(
  test: TestApp,
  wish: {
    readonly unit: TestUnit;
    readonly content: RuleSet;
    readonly ruleSetId: string;
    readonly version: number;
  },
): Promise<string> {
  const id = randomUUID();
  await test.db
    .insertInto('rule_set_version')
    .values({
      id,
      bureau_id: wish.unit.bureauId,
      rule_set_id: wish.ruleSetId,
      version: wish.version,
      state: 'published',
      content: JSON.stringify(wish.content),
      content_hash: randomBytes(32),
      effective_on: '2026-01-01',
      published_at: new Date('2026-01-01T00:00:00Z'),
    })
    .execute();
  return id;
}

/** The work rules with one indicator changed. */
export function withIndicator(code: string, change: object): RuleSet {
  return {
    ...workRules,
    modules: workRules.modules.map((module) => ({
      ...module,
      items: module.items.map((item) => ({
        ...item,
        indicators: item.indicators.map((each) => (each.code === code ? { ...each, ...change } : each)),
      })),
    })),
  };
}

export interface EntryWish {
  readonly periodId: string;
  readonly versionId: string;
  readonly subject: { readonly id: string; readonly unit: TestUnit };
  readonly indicatorCode: string;
  readonly kind: 'event' | 'measure' | 'adjustment' | 'reversal';
  readonly quantity?: string;
  readonly points?: string;
  readonly reverses?: string;
}

/** An entry about an officer, written as the application's role would, without going through a command. */
export async function insertEntry(test: TestApp, wish: EntryWish): Promise<string> {
  const id = randomUUID();
  const account = await test.db.selectFrom('account').select('id').limit(1).executeTakeFirstOrThrow();
  await test.db
    .insertInto('ledger_entry')
    .values({
      id,
      bureau_id: wish.subject.unit.bureauId,
      period_id: wish.periodId,
      rule_set_version_id: wish.versionId,
      subject_kind: 'officer',
      subject_id: wish.subject.id,
      subject_unit_id: wish.subject.unit.id,
      indicator_code: wish.indicatorCode,
      kind: wish.kind,
      quantity: wish.quantity ?? null,
      chosen_points: wish.points ?? null,
      reverses: wish.reverses ?? null,
      occurred_on: '2026-09-10',
      clause: '3.4',
      reason: '登记',
      source_kind: 'posting',
      by_account_id: account.id,
      by_name: '审核人',
      at: new Date('2026-09-12T02:00:00Z'),
      request_id: randomUUID(),
      entry_hash: randomBytes(32),
    })
    .execute();
  return id;
}

/** What the period's evaluation gives a subject on one indicator, as exact text or as its state. */
export async function indicatorOf(
  test: TestApp,
  periodId: string,
  subject: { readonly id: string },
  code: string,
): Promise<{ score: string; measured: string | null }> {
  const { bureau_id } = await test.db
    .selectFrom('period')
    .select('bureau_id')
    .where('id', '=', periodId)
    .executeTakeFirstOrThrow();
  const period = await loadPeriod(test.db, bureau_id, periodId);
  const computed = computeResults(period.ruleSet, await loadFacts(test.db, period));
  const found = computed
    .find((each) => each.subject.id === subject.id)
    ?.result.indicators.find((each) => each.code === code);
  if (!found) throw new Error(`no result for ${subject.id} on ${code}`);
  const { score, measured } = found;
  return {
    score: score.state === 'scored' ? toText(score.value) : score.state,
    measured: measured === null ? null : toText(measured),
  };
}

/** Computes, publishes and seals a period through the API, before its notice has run out. */
export async function sealMonth(test: TestApp, office: TestClient, periodId: string): Promise<string> {
  await publishMonth(test, office, periodId);
  const { sealId } = await office.call(results.sealPeriod, {
    params: { periodId },
    body: { requestId: randomUUID(), earlyReason: '测试封存' },
  });
  return sealId;
}

export async function publishMonth(test: TestApp, office: TestClient, periodId: string): Promise<void> {
  await computeMonth(test, office, periodId);
  await office.call(results.publishResults, {
    params: { periodId },
    body: { requestId: randomUUID(), overrideReason: '测试数据不全' },
  });
}

/** What the button and the job behind it do. */
export async function computeMonth(test: TestApp, office: TestClient, periodId: string): Promise<string> {
  const { evaluation } = await office.call(results.startEvaluation, {
    params: { periodId },
    body: { requestId: randomUUID() },
  });
  await evaluatePeriod(test.deps, evaluation.id);
  return evaluation.id;
}
