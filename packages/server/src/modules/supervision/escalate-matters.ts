import { randomUUID } from 'node:crypto';
import {
  ESCALATION_LEVEL_NAMES,
  type EscalationLevel,
  type EscalationRule,
  escalationsDue,
} from '@mingji/engine';
import { sql } from 'kysely';
import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { localDay } from '../../local-day.ts';
import { recordAudit } from '../audit/index.ts';
import { notify } from '../notifications/index.ts';
import { dueOf } from './due-day.ts';
import { escalationHolders, type FindHolder } from './escalation-holders.ts';
import { findMatters, type MatterRow } from './find-matters.ts';
import { matterTitle, supervisionAddress } from './matter-words.ts';
import { recordInTimelines } from './record-presses.ts';
import { loadRules } from './settings.ts';
import { type SupervisionView, supervisionView } from './supervision-view.ts';

const BATCH = 500;
/** A stop for a fault that would never end; far more than a city has at once. */
const MOST_BATCHES = 400;
const CLOCK_NAME = '督办规则';

interface Bureau {
  readonly id: string;
  readonly timeZone: string;
}
export interface EscalationOutcome {
  readonly escalated: number;
  /** Why nothing could be decided: the table of working days that is missing. */
  readonly held: string | null;
}

/** The scheduled job: what is late by the rules goes to the next level, once a matter and level (P10). */
export async function escalateMatters(deps: Deps): Promise<EscalationOutcome> {
  const bureaus = await deps.db.selectFrom('bureau').select(['id', 'time_zone']).execute();
  let escalated = 0;
  let held: string | null = null;
  for (const { id, time_zone } of bureaus) {
    const outcome = await escalateBureau(deps, { id, timeZone: time_zone });
    escalated += outcome.escalated;
    held ??= outcome.held;
  }
  return { escalated, held };
}

async function escalateBureau(deps: Deps, bureau: Bureau): Promise<EscalationOutcome> {
  const now = deps.clock();
  const view = await supervisionView(deps.db, { bureauId: bureau.id, timeZone: bureau.timeZone, now });
  const rules = await loadRules(deps.db, bureau.id, view.usual);
  const holders = await escalationHolders(deps.db, bureau.id);
  let escalated = 0;
  let held: string | null = view.calendarNotice;
  // What was escalated stays late: pages are read on, so that each matter is judged once a run.
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const rows = await findMatters(
      deps.db,
      view,
      { where: sql<boolean>`true`, state: sql<boolean>`m.state = 'late'` },
      { limit: BATCH, offset: batch * BATCH },
    );
    if (rows.length === 0) break;
    const outcome = await deps.db
      .transaction()
      .execute((tx) => escalateBatch(tx, { view, now, rules, holders }, rows));
    escalated += outcome.escalated;
    held ??= outcome.held;
    if (rows.length < BATCH) break;
  }
  if (held !== null) await sayHeld(deps, view, now, held);
  return { escalated, held };
}

interface Round {
  readonly view: SupervisionView;
  readonly now: Date;
  readonly rules: ReadonlyMap<string | null, readonly EscalationRule[]>;
  readonly holders: FindHolder;
}
interface Step {
  readonly row: MatterRow;
  readonly level: EscalationLevel;
  readonly unitId: string;
  readonly accountIds: readonly string[];
}

async function escalateBatch(tx: Tx, round: Round, rows: readonly MatterRow[]): Promise<EscalationOutcome> {
  const { view } = round;
  const pressed = await pressesOf(
    tx,
    view,
    rows.map((row) => row.key),
  );
  const steps: Step[] = [];
  let held: string | null = null;
  for (const row of rows) {
    const rules = round.rules.get(row.rule_set_id) ?? round.rules.get(null) ?? [];
    const { dueOn } = dueOf(view, row);
    if (dueOn === null) continue;
    const known = pressed.get(row.key);
    const due = escalationsDue(
      view.calendar,
      rules,
      {
        kind: row.kind,
        dueOn,
        unansweredSince: known?.unansweredSince ?? null,
        reached: known?.reached ?? [],
      },
      view.today,
    );
    if (!due.ok) {
      held ??= due.refusals[0]?.message ?? null;
      continue;
    }
    const units = new Set(known?.units ?? []);
    for (const level of due.value) {
      const holder = round.holders(level, row);
      // Two levels may be the same office: it is told once.
      if (!holder || units.has(holder.unitId)) continue;
      units.add(holder.unitId);
      steps.push({ row, level, unitId: holder.unitId, accountIds: holder.accountIds });
    }
  }
  return { escalated: await recordEscalations(tx, round, steps), held };
}

interface Known {
  readonly unansweredSince: string | null;
  readonly reached: readonly EscalationLevel[];
  readonly units: readonly string[];
}

async function pressesOf(tx: Tx, view: SupervisionView, keys: readonly string[]) {
  const { rows } = await sql<{
    key: string;
    unanswered: Date | null;
    reached: EscalationLevel[];
    units: string[];
  }>`
    select matter_key as key, min(at) filter (where kind = 'press' and state = 'open') as unanswered,
      coalesce(array_agg(level) filter (where kind = 'escalation'), '{}') as reached,
      coalesce(array_agg(to_unit_id::text) filter (where kind = 'escalation'), '{}') as units
    from press where bureau_id = ${view.bureauId} and matter_key = any(${[...keys]})
    group by 1`.execute(tx);
  return new Map(
    rows.map((row): [string, Known] => [
      row.key,
      {
        unansweredSince: row.unanswered ? localDay(row.unanswered, view.timeZone) : null,
        reached: row.reached,
        units: row.units,
      },
    ]),
  );
}

async function recordEscalations(tx: Tx, { view, now }: Round, steps: readonly Step[]): Promise<number> {
  if (steps.length === 0) return 0;
  const wanted = steps.map((step) => ({ step, id: randomUUID(), text: textOf(view, step) }));
  const inserted = await tx
    .insertInto('press')
    .values(
      wanted.map(({ step: { row, level, unitId }, id, text }) => ({
        id,
        bureau_id: view.bureauId,
        matter_kind: row.kind,
        matter_key: row.key,
        title: matterTitle(row).slice(0, 200),
        address: supervisionAddress(row),
        rule_set_id: row.rule_set_id,
        late_unit_id: row.unit_id,
        late_officer_id: row.officer_id,
        kind: 'escalation',
        level,
        to_unit_id: unitId,
        text,
        by_name: CLOCK_NAME,
        at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  const made = new Set(inserted.map(({ id }) => id));
  const done = wanted.filter(({ id }) => made.has(id));
  const by = { bureauId: view.bureauId, now, accountId: null, name: CLOCK_NAME };
  await recordInTimelines(
    tx,
    by,
    done.map(({ id, text }) => ({ pressId: id, action: 'escalate', text })),
  );
  await notify(
    tx,
    by,
    done.map(({ id, text, step }) => ({
      kind: 'escalated',
      title: `上报督办：${matterTitle(step.row)}`.slice(0, 100),
      detail: text,
      address: `/presses/${id}`,
      about: { kind: 'press', id },
      accountIds: step.accountIds,
    })),
  );
  if (done.length > 0) {
    await recordAudit(tx, clock(view, now), {
      action: 'supervision.escalated',
      subjectKind: 'press',
      subjectId: null,
      summary: `按规则上报督办 ${done.length} 项`,
    });
  }
  return done.length;
}

function textOf(view: SupervisionView, { row, level }: Step): string {
  const who = row.officer_name === null ? row.unit_name : `${row.unit_name}${row.officer_name}`;
  const days = dueOf(view, row).workingDaysLate;
  const late = days === null ? '已逾期' : `已逾期 ${days} 个工作日`;
  return `${who}：${matterTitle(row)}，${late}，按规则上报${ESCALATION_LEVEL_NAMES[level]}督办，请督促办理并说明情况。`.slice(
    0,
    500,
  );
}

const clock = (view: SupervisionView, now: Date) => ({
  actor: { bureauId: view.bureauId, accountId: null, displayName: CLOCK_NAME },
  now,
  address: null,
  httpRequestId: null,
});

/** Said once a day: without the table nothing is counted, and nothing wrong is sent. */
async function sayHeld(deps: Deps, view: SupervisionView, now: Date, held: string): Promise<void> {
  const said = await deps.db
    .selectFrom('audit_event')
    .select('at')
    .where('bureau_id', '=', view.bureauId)
    .where('action', '=', 'supervision.escalationHeld')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (said && localDay(said.at, view.timeZone) === view.today) return;
  await recordAudit(deps.db, clock(view, now), {
    action: 'supervision.escalationHeld',
    subjectKind: 'bureau',
    subjectId: null,
    summary: `上报督办暂停：${held}`,
  });
}
