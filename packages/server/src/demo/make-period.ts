import { randomUUID } from 'node:crypto';
import type { Ctx, Deps } from '../context.ts';
import { evaluatePeriod, publishResults, sealPeriod, startEvaluation } from '../modules/results/index.ts';
import { actAs } from './act-as.ts';
import { attendanceColumns, withoutContradiction } from './attendance-lines.ts';
import { importAttendance } from './attendance-month.ts';
import type { BookedFact } from './booked-fact.ts';
import { bulkInsert } from './bulk-insert.ts';
import type { City } from './city.ts';
import { insertAppeals, insertCurrentWork } from './current-work.ts';
import { addDays } from './demo-calendar.ts';
import { COMPUTED_AFTER, type DemoPeriod, PUBLISHED_AFTER, SEALED_AFTER } from './demo-periods.ts';
import { withoutIdle } from './idle-months.ts';
import { insertLedger, type LedgerPlace, ledgerRows } from './ledger-rows.ts';
import type { DemoRuleSet } from './rule-set-rows.ts';
import type { SeededRandom } from './seeded-random.ts';
import { subjectsOf } from './subjects.ts';
import { indicatorsByCode, usualWork } from './usual-work.ts';

/** One period of one method: its work, and what the office has done with it by today. */
export async function makePeriod(
  deps: Deps,
  random: SeededRandom,
  city: City,
  rules: DemoRuleSet,
  period: DemoPeriod,
  /** What else must stand before anything is booked: the subjects of an operation. */
  prepare: (periodId: string) => Promise<void> = async () => {},
): Promise<string> {
  const periodId = random.uuid();
  await insertPeriod(deps, city, rules, period, periodId);
  await prepare(periodId);
  const place: LedgerPlace = {
    now: deps.clock(),
    bureauId: city.bureauId,
    periodId,
    versionId: rules.versionId,
    ownerOf: (indicator) => ownerOf(city, rules, indicator.owner),
  };
  const indicators = indicatorsByCode(rules.ruleSet);
  const usual = subjectsOf(city, rules).flatMap((subject) =>
    usualWork(random, rules.plan, indicators, subject, period),
  );
  const worked = withoutIdle(usual, city, rules, period);
  const facts = withoutContradiction(worked, attendanceColumns(rules.ruleSet));
  if (period.reached !== 'open') {
    const rows = ledgerRows(place, facts, random);
    await insertLedger(deps, await importAttendance(deps, city, rules, period, { facts, rows }));
    await close(deps, city, period, periodId);
    return periodId;
  }
  const work = { bureauId: city.bureauId, periodId, now: deps.clock(), officers: city.officers };
  const posted = ledgerRows(place, facts.filter(isPosted), random);
  const reported = ledgerRows(
    place,
    facts.filter((fact) => !isPosted(fact)),
    random,
  );
  const booked = [...posted, ...(await insertCurrentWork(deps, random, work, reported))];
  await insertLedger(deps, booked);
  const deciders = [...city.accounts.reviewerOf.values(), city.accounts.office];
  await insertAppeals(deps, random, work, booked, deciders);
  return periodId;
}

/** What nobody reports of himself: deductions, the department's own figures, votes, scores of another method. */
function isPosted(fact: BookedFact): boolean {
  if (fact.posted || fact.subjectKind === 'unit') return true;
  return fact.kind === 'event' ? Number(fact.booked ?? 0) <= 0 : fact.kind !== 'measure';
}

/** The department that owns an indicator, and who reviews there; without one the appraisal office does it itself. */
function ownerOf(city: City, rules: DemoRuleSet, owner: string) {
  const above = city.units.find(({ name }) => name === rules.plan.unit);
  const unit =
    city.units.find(({ name }) => name === owner) ??
    city.units.find(({ kind, parentId }) => kind === 'office' && parentId === above?.id);
  return {
    unitId: unit?.id ?? city.accounts.office.officer?.unit.id ?? city.root.id,
    reviewer: city.accounts.reviewerOf.get(unit?.name ?? '') ?? city.accounts.office,
  };
}

async function insertPeriod(
  deps: Deps,
  city: City,
  rules: DemoRuleSet,
  period: DemoPeriod,
  periodId: string,
): Promise<void> {
  const { noticeDays = 5, appealDays = 5 } = rules.ruleSet.procedure ?? {};
  // 24:00 of the day, as the office's own periods have it.
  const dayEnd = (day: string) => `${addDays(day, 1)}T00:00:00+08:00`;
  await bulkInsert(deps.db, 'period', [
    {
      id: periodId,
      bureau_id: city.bureauId,
      rule_set_version_id: rules.versionId,
      kind: period.kind,
      label: period.label,
      from_on: period.from,
      to_on: period.to,
      submit_by: dayEnd(period.submitOn),
      review_by: dayEnd(period.reviewOn),
      notice_days: noticeDays,
      appeal_days: appealDays,
      state: period.reached === 'open' ? 'open' : 'reviewing',
      created_by: city.accounts.office.id,
      created_at: new Date(`${period.from}T08:30:00+08:00`),
    },
  ]);
}

/** What the office does at the end of a period, at the moments it did so. */
async function close(deps: Deps, city: City, period: DemoPeriod, periodId: string): Promise<void> {
  const at = (days: number) => new Date(`${addDays(period.to, days)}T10:00:00+08:00`);
  const act = (days: number): Ctx => actAs(deps, city, city.accounts.office, at(days));
  const { evaluation } = await startEvaluation(act(COMPUTED_AFTER), { periodId, requestId: randomUUID() });
  await evaluatePeriod({ ...deps, clock: () => at(COMPUTED_AFTER) }, evaluation.id);
  if (period.reached === 'reviewing') return;
  await publishResults(act(PUBLISHED_AFTER), {
    periodId,
    requestId: randomUUID(),
    overrideReason: '没有数据的指标本期未发生，经考核办核对，按现有数据公示。',
  });
  if (period.reached === 'inNotice') return;
  await sealPeriod(act(SEALED_AFTER), { periodId, requestId: randomUUID(), earlyReason: null });
}
