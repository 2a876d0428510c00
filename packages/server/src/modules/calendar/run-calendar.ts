import { type CalendarStep, calendarStep } from '@mingji/engine';
import { sql } from 'kysely';
import type { Deps } from '../../context.ts';
import { findPeriod } from '../periods/index.ts';
import { calendarFacts } from './calendar-facts.ts';
import { doStep } from './do-step.ts';
import { remind } from './remind.ts';

const BATCH = 200;
/** Closed, handed over, computed, published: more steps than there are mean a mistake of the program. */
const MOST_STEPS = 6;

export interface CalendarRun {
  readonly moved: readonly { readonly periodId: string; readonly step: CalendarStep }[];
  readonly reminded: number;
}

/**
 * What the calendars of all periods demand now (P14). Each step is a transaction of its own that looks at the period
 * again under its lock: a run that is broken off, comes twice or at two servers leaves every period at one step.
 */
export async function runCalendar(deps: Deps): Promise<CalendarRun> {
  const moved: { periodId: string; step: CalendarStep }[] = [];
  let reminded = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const batch = await livePeriods(deps, after);
    for (const period of batch) {
      for (const step of await runPeriod(deps, period)) moved.push({ periodId: period.id, step });
      reminded += await remind(deps, period);
    }
    const last = batch.at(-1);
    if (!last || batch.length < BATCH) return { moved, reminded };
    after = last.id;
  }
}

export interface LivePeriod {
  readonly id: string;
  readonly bureauId: string;
  readonly timeZone: string;
}

/** Periods that may have something due: neither sealed nor thrown away; drafts only when they open by themselves. */
async function livePeriods(deps: Deps, after: string): Promise<LivePeriod[]> {
  const { rows } = await sql<LivePeriod>`
    select p.id, p.bureau_id as "bureauId", b.time_zone as "timeZone"
    from period p join bureau b on b.id = p.bureau_id
    where p.id > ${after}::uuid and p.state <> 'sealed' and p.discarded_at is null
      and (p.state <> 'draft' or 'open' = any(p.automatic))
    order by p.id limit ${BATCH}`.execute(deps.db);
  return rows;
}

async function runPeriod(deps: Deps, period: LivePeriod): Promise<CalendarStep[]> {
  const done: CalendarStep[] = [];
  while (done.length < MOST_STEPS) {
    const row = await findPeriod(deps.db, period.bureauId, period.id);
    const facts = await calendarFacts(deps.db, row, period.timeZone);
    const step = calendarStep(facts, deps.clock().getTime());
    if (step === null || !(await doStep(deps, period, step))) break;
    done.push(step);
  }
  return done;
}
