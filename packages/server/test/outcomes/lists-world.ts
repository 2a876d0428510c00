import { randomUUID } from 'node:crypto';
import { files } from '@mingji/contract';
import type { RuleSet } from '@mingji/engine';
import { type MonthWorld, publishedMonth, startMonthWorld } from '../results/month.ts';
import type { TestClient } from '../support/client.ts';
import { dutyIndicator, inspectionIndicator } from '../support/rule-set-content.ts';

/** 李 92, 王 100, 赵 59 in one sequence; 钱 60 alone in another. */
export const listRules = {
  lists: {
    first: 3,
    last: 3,
    top: 2,
    streaks: [{ among: 'last' as const, years: 2, proposal: '建议调整主要负责人', clause: 'c2' }],
    suggestions: [
      { kind: 'commendation' as const, among: 'top' as const, clause: 'c1' },
      { kind: 'talk' as const, among: 'last' as const, clause: 'c1' },
    ],
    zeroList: { presentDays: 10, clause: 'c2' },
    commendation: { notAmongLast: 3, clause: 'c1' },
  },
} satisfies Partial<RuleSet>;

/** Beside the usual ones an indicator that bars from commendations for half a year. */
export function barringRules(): Partial<RuleSet> {
  const owner = '治安管理大队';
  const bar = {
    ...{ code: 'bar', name: '违规办案', clause: 'c1', owner },
    scoring: { family: 'effectOnly' as const, effect: { kind: 'noCommendation' as const, months: 6 } },
  };
  const duty = { code: 'duty', name: '队伍日常管理', marks: '60', indicators: [dutyIndicator(owner), bar] };
  const security = {
    code: 'security',
    name: '治安管理',
    marks: '40',
    indicators: [inspectionIndicator(owner)],
  };
  return { ...listRules, modules: [{ code: 'main', name: '业务工作', items: [duty, security] }] };
}

export interface ListsWorld extends MonthWorld {
  readonly committee: TestClient;
  readonly discipline: TestClient;
}

export async function startListsWorld(): Promise<ListsWorld> {
  const world = await startMonthWorld();
  const { server, city } = world;
  return {
    ...world,
    committee: await server.signInWith({ roles: ['committee'], unit: city, displayName: '考核委员会' }),
    discipline: await server.signInWith({ roles: ['discipline'], unit: city }),
  };
}

export const publishedLists = (world: MonthWorld, more: Partial<RuleSet> = {}) =>
  publishedMonth(world, undefined, { ...listRules, ...more });

/** A published year of the method behind a period, with the ranks of its stations as given. */
export async function insertYear(
  { server: { db } }: MonthWorld,
  periodId: string,
  year: number,
  ranks: ReadonlyMap<{ readonly id: string; readonly code: string; readonly name: string }, number>,
): Promise<string> {
  const month = await db
    .selectFrom('period')
    .selectAll()
    .where('id', '=', periodId)
    .executeTakeFirstOrThrow();
  const id = randomUUID();
  const evaluationId = randomUUID();
  await db
    .insertInto('period')
    .values({
      id,
      bureau_id: month.bureau_id,
      rule_set_version_id: month.rule_set_version_id,
      kind: 'year',
      label: `${year}年度`,
      from_on: `${year}-01-01`,
      to_on: `${year}-12-31`,
      submit_by: month.submit_by,
      review_by: month.review_by,
      state: 'inNotice',
      published_at: new Date(`${year + 1}-01-10T00:00:00Z`),
    })
    .execute();
  await db
    .insertInto('evaluation')
    .values({
      id: evaluationId,
      bureau_id: month.bureau_id,
      period_id: id,
      state: 'done',
      requested_at: new Date(`${year + 1}-01-09T00:00:00Z`),
      finished_at: new Date(`${year + 1}-01-09T00:00:00Z`),
    })
    .execute();
  await db
    .insertInto('result')
    .values(
      [...ranks].map(([unit, rank]) => ({
        evaluation_id: evaluationId,
        period_id: id,
        bureau_id: month.bureau_id,
        subject_kind: 'unit',
        subject_id: unit.id,
        subject_name: unit.name,
        subject_code: unit.code,
        unit_id: unit.id,
        score_state: 'scored',
        score: String(100 - rank),
        score_exact: String(100 - rank),
        sequence_code: 'station',
        sequence_name: '派出所序列',
        rank,
        rank_of: ranks.size,
        detail: JSON.stringify({ items: [], indicators: [], missing: [] }),
      })),
    )
    .execute();
  return id;
}

/** So many days of September, as an import would have written them. */
export async function attend(
  world: ListsWorld,
  officer: { readonly id: string; readonly unit: { readonly id: string } },
  days: string,
): Promise<void> {
  const { server, office, city } = world;
  const { file } = await office.upload(files.uploadFile, {
    name: '考勤.txt',
    bytes: Buffer.from(officer.id),
  });
  const account = await server.db.selectFrom('account').select('id').executeTakeFirstOrThrow();
  const batch = randomUUID();
  await server.db
    .insertInto('import_batch')
    .values({
      id: batch,
      bureau_id: city.bureauId,
      unit_id: city.id,
      number: batch.slice(0, 8),
      kind: 'attendance',
      file_id: file.id,
      state: 'confirmed',
      created_by: account.id,
    })
    .execute();
  await world.server.db
    .insertInto('attendance_month')
    .values({
      id: randomUUID(),
      bureau_id: world.city.bureauId,
      officer_id: officer.id,
      unit_id: officer.unit.id,
      year: 2026,
      month: 9,
      month_from: '2026-09-01',
      due_days: '22',
      present_days: days,
      import_batch_id: batch,
      created_at: new Date(),
    })
    .execute();
}
