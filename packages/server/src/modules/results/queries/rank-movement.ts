import type { Received, results } from '@mingji/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { Refusal } from '../../../refusal.ts';
import { countsOfPeriod } from '../../periods/index.ts';
import { loadPeriod, type PeriodContext } from '../period-context.ts';
import { rankSuspended } from '../rank-suspension.ts';
import type { CodedScore } from '../score-columns.ts';
import { maySee, type Shown } from '../who-sees.ts';
import { refuseBeforePublication } from './list-ranking.ts';
import type { RankedKind } from './ranking-filter.ts';
import { unitsTakenIn } from './units-taken-in.ts';

const MOST_PERIODS = 12;
type MovementQuery = Received<typeof results.getRankMovement>['query'];

export interface ShownPeriod {
  readonly id: string;
  readonly label: string;
  readonly evaluationId: string;
}

/**
 * The periods of the same method and kind up to this one, oldest first, each with the computation that is shown:
 * published ones that count, and the one asked about, which may be a trial (P20).
 */
export async function periodsUpTo(reader: Reader, period: PeriodContext): Promise<ShownPeriod[]> {
  const { rows } = await sql<ShownPeriod>`
    select p.id, p.label, e.id as "evaluationId"
    from period p
    join rule_set_version v on v.id = p.rule_set_version_id
    join lateral (
      select shown.id from evaluation shown where shown.period_id = p.id and shown.state = 'done'
      order by exists (select from seal where seal.evaluation_id = shown.id) desc, shown.requested_at desc
      limit 1) e on true
    where p.bureau_id = ${period.bureauId} and v.rule_set_id = ${period.ruleSetId} and p.kind = ${period.kind}
      and p.to_on <= ${period.toOn} and ((p.state in ('inNotice', 'sealed') and ${countsOfPeriod('p')}) or p.id = ${period.id})
    order by p.to_on desc limit ${MOST_PERIODS}`.execute(reader);
  return rows.reverse();
}

interface Row {
  evaluation_id: string;
  subject_id: string;
  subject_name: string;
  subject_code: string;
  unit_name: string;
  score_state: CodedScore['state'];
  score: string | null;
  rank: number | null;
  rank_of: number | null;
  sequence_name: string | null;
}

/** Each period is seen as its own ranking is, by the policy of the method as of the period asked about: who moved in from elsewhere has gaps for others there (§17). */
export async function getRankMovement(ctx: Ctx, periodId: string, query: MovementQuery) {
  const { db } = ctx.deps;
  const period = await loadPeriod(db, ctx.actor.bureauId, periodId);
  refuseBeforePublication(ctx, period);
  const periods = await periodsUpTo(db, period);
  const rows: Row[] = [];
  for (const { evaluationId } of periods) {
    rows.push(...(await seenRows(ctx, { evaluationId, ruleSet: period.ruleSet }, query)));
  }
  const newest = new Map(rows.map((row) => [row.subject_id, row]));
  if (query.subjects.some((id) => !newest.has(id))) throw unseen(query.subjectKind);
  const tookIn = await unitsTakenIn(db, periods, query);
  const at = new Map(rows.map((row) => [`${row.evaluation_id} ${row.subject_id}`, row]));
  return {
    periods: periods.map(({ id, label }) => ({ id, label })),
    subjects: query.subjects.flatMap((subjectId) => {
      const who = newest.get(subjectId);
      if (!who) return [];
      return {
        subjectId,
        name: who.subject_name,
        code: who.subject_code,
        unitName: who.unit_name,
        tookIn: tookIn.filter((each) => each.into === subjectId).map(({ name, on }) => ({ name, on })),
        points: periods.map(({ evaluationId }) => {
          const row = at.get(`${evaluationId} ${subjectId}`);
          if (!row) return null;
          return {
            score: { state: row.score_state, value: row.score },
            rank: row.rank,
            rankOf: row.rank_of,
            sequenceName: row.sequence_name,
          };
        }),
      };
    }),
  };
}

/** The same words whether there is no such subject or it may not be seen: asking must not tell. */
export function unseen(kind: RankedKind): Refusal {
  const who = kind === 'unit' ? '单位' : '民警';
  return new Refusal(
    'forbidden',
    `所选${who}不在您可以查看的排名中。排名按考核办法的公开范围公开，请从排名表中选择。`,
  );
}

async function seenRows(ctx: Ctx, shown: Shown, query: MovementQuery): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select r.evaluation_id, r.subject_id, r.subject_name, r.subject_code, u.name as unit_name, r.score_state,
           r.score, case when not ${rankSuspended(ctx, 'r')} then r.rank end as rank, r.rank_of, r.sequence_name
    from result r join unit u on u.id = r.unit_id
    where r.evaluation_id = ${shown.evaluationId} and r.subject_kind = ${query.subjectKind}
      and r.subject_id = any(${query.subjects}::uuid[]) and ${maySee(ctx, shown, query.subjectKind)}`.execute(
    ctx.deps.db,
  );
  return rows;
}
