import { appliesTo, type Indicator, type RuleSet } from '@mingji/engine';
import { type BookedFact, bareFact, type FactSubject } from './booked-fact.ts';
import { addDays } from './demo-calendar.ts';
import type { DemoPlan, DemoWork } from './demo-plan.ts';
import type { SeededRandom } from './seeded-random.ts';

interface Stretch {
  readonly from: string;
  readonly until: string;
}

/** What usually happens to one subject in a period, as the plan beside the rule sets tells. */
export function usualWork(
  random: SeededRandom,
  plan: DemoPlan,
  indicators: ReadonlyMap<string, Indicator>,
  subject: FactSubject,
  period: Stretch,
): BookedFact[] {
  // The diligent report more of everything; it changes from period to period.
  const diligence = 0.75 + random.next() * 0.5;
  const facts: BookedFact[] = [];
  for (const work of plan.work) {
    const indicator = indicators.get(work.indicator);
    if (indicator === undefined || !isFor(work, indicator, subject)) continue;
    const isGain = pointsOf(indicator, work.event) > 0 || Number(work.points?.[0] ?? 0) > 0;
    if (!random.chance(isGain ? Math.min(1, work.share * diligence) : work.share)) continue;
    facts.push(...factsOf({ random, work, indicator, subject, period, diligence }));
  }
  return facts;
}

interface Occasion {
  readonly random: SeededRandom;
  readonly work: DemoWork;
  readonly indicator: Indicator;
  readonly subject: FactSubject;
  readonly period: Stretch;
  readonly diligence: number;
}

function factsOf(occasion: Occasion): BookedFact[] {
  const { random, work, indicator, subject, period } = occasion;
  const day = dayIn(random, period);
  const fact = bareFact(subject, indicator, day, random.pick(work.reason));
  const quantity = (range: readonly [number, number]) => String(valueIn(random, range, work.digits));
  if (work.votes !== undefined) {
    return Object.entries(work.votes).flatMap(([group, votes]) =>
      Array.from({ length: votes }, () => ({
        ...fact,
        kind: 'vote' as const,
        group,
        quantity: quantity(work.range),
      })),
    );
  }
  if (work.scores !== undefined) {
    return Array.from({ length: work.scores }, () => ({
      ...fact,
      kind: 'score' as const,
      quantity: quantity(work.range),
    }));
  }
  if (work.measure !== undefined) {
    return [{ ...fact, day: period.until, kind: 'measure', posted: true, quantity: quantity(work.measure) }];
  }
  if (work.yearly !== undefined) return reached(occasion, fact);
  if (work.points !== undefined) {
    const chosen = random.pick(work.points);
    return [{ ...fact, chosen, booked: chosen }];
  }
  if (work.late !== undefined) {
    const doneOn = addDays(day, random.between(work.late[0], work.late[1]));
    return [{ ...fact, dueOn: day, doneOn, quantity: '1' }];
  }
  return [happened(occasion, fact)];
}

/** A share of the year's quantity, as long as the period has lasted. */
function reached({ random, work, period, diligence }: Occasion, fact: BookedFact): BookedFact[] {
  const days = (Date.parse(period.until) - Date.parse(period.from)) / 86_400_000 + 1;
  const spread = work.spread[0] + random.next() * (work.spread[1] - work.spread[0]);
  const quantity = Math.round((((work.yearly ?? 0) * days) / 365) * spread * Math.min(1.1, diligence + 0.15));
  return quantity === 0 ? [] : [{ ...fact, kind: 'measure', quantity: String(quantity) }];
}

function happened({ random, work, indicator, subject }: Occasion, fact: BookedFact): BookedFact {
  const [low, high] = work.times ?? [1, 1];
  const times = random.between(low, high);
  return {
    ...fact,
    event: work.event ?? null,
    quantity: String(times),
    booked: String(Math.round(pointsOf(indicator, work.event) * 10_000 * times) / 10_000),
    matter: indicator.scoring.family === 'ladder' ? `${fact.day.replaceAll('-', '')}-${subject.code}` : null,
  };
}

/** Whether this kind of work is this subject's, under this indicator. */
export function isFor(work: DemoWork, indicator: Indicator, subject: FactSubject): boolean {
  if (work.kind !== undefined && work.kind !== subject.kind) return false;
  if (work.in !== undefined && !work.in.some((kind) => kind === subject.unitKind)) return false;
  const { id, kind, code, sequence } = subject;
  return appliesTo(indicator, { id, kind, code, ...(sequence === null ? {} : { sequence }) });
}

function pointsOf({ scoring }: Indicator, event: string | undefined): number {
  if (scoring.family === 'escalation') return Number(scoring.steps[0]?.points ?? 0);
  if (!('events' in scoring)) return 0;
  const named = event === undefined ? scoring.events[0] : scoring.events.find(({ code }) => code === event);
  return Number(named?.points ?? 0);
}

function valueIn(random: SeededRandom, [low, high]: readonly [number, number], digits: number): number {
  const scale = 10 ** digits;
  return random.between(Math.round(low * scale), Math.round(high * scale)) / scale;
}

function dayIn(random: SeededRandom, { from, until }: Stretch): string {
  const days = Math.max(0, Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000));
  return addDays(from, random.between(0, days));
}

export function indicatorsByCode(ruleSet: RuleSet): Map<string, Indicator> {
  const all = ruleSet.modules.flatMap((module) => module.items.flatMap((item) => item.indicators));
  return new Map(all.map((indicator) => [indicator.code, indicator]));
}
