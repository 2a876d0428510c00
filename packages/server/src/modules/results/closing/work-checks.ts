import { sql } from 'kysely';
import type { Reader } from '../../../db/database.ts';
import { type Check, check } from './check.ts';

const SHOWN = 18;

interface OpenWork {
  readonly unreviewed: number;
  readonly returned: number;
  readonly firstAppeals: number;
  readonly secondAppeals: number;
  readonly writtenReviews: number;
  readonly reopenings: number;
}

/** Work of people that is not finished: unreviewed reports, appeals of both instances, written reviews, a second opinion. */
export async function workChecks(reader: Reader, periodId: string, published: boolean): Promise<Check[]> {
  const work = await openWork(reader, periodId);
  const appeals = work.firstAppeals + work.secondAppeals;
  const found: (Check | false)[] = [
    work.unreviewed > 0 &&
      check('unreviewed', `还有 ${work.unreviewed} 条填报未审核`, {
        count: work.unreviewed,
        blocks: 'publish',
        href: '/review-load',
        details: [
          ...(await waitingByDepartment(reader, periodId)),
          ...(work.returned > 0 ? [`另有 ${work.returned} 条退回后未补正，不影响办理`] : []),
        ],
      }),
    appeals > 0 &&
      check('openAppeals', `还有 ${appeals} 件复议未答复`, {
        count: appeals,
        blocks: 'seal',
        href: `/appeals?view=all&state=filed&period=${periodId}`,
        details:
          work.secondAppeals > 0
            ? [`首次复议 ${work.firstAppeals} 件，二次复议 ${work.secondAppeals} 件`]
            : [],
      }),
    work.reopenings > 0 &&
      check('openReopening', '有一件重新开放的申请待复核，办理后再公示、封存', {
        count: work.reopenings,
        blocks: published ? 'seal' : 'publish',
        href: `/periods?period=${periodId}`,
      }),
    work.writtenReviews > 0 &&
      check('openWrittenReviews', `还有 ${work.writtenReviews} 份书面说明未办结`, {
        count: work.writtenReviews,
        href: '/outcomes',
      }),
  ];
  return found.filter((each) => each !== false);
}

/** Where it waits, the longest queue first: whom to press, or from whom to take some. */
async function waitingByDepartment(reader: Reader, periodId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('submission')
    .innerJoin('unit', 'unit.id', 'submission.owner_unit_id')
    .select(['unit.name', (eb) => eb.fn.countAll<number>().as('n')])
    .where('submission.period_id', '=', periodId)
    .where('submission.state', '=', 'submitted')
    .groupBy(['unit.name', 'unit.path'])
    .orderBy('n', 'desc')
    .orderBy('unit.path')
    .limit(SHOWN)
    .execute();
  return rows.map(({ name, n }) => `${name} ${n} 条待审核`);
}

async function openWork(reader: Reader, periodId: string): Promise<OpenWork> {
  const { rows } = await sql<OpenWork>`
    select
      (select count(*)::int from submission where period_id = ${periodId} and state = 'submitted') as unreviewed,
      (select count(*)::int from submission where period_id = ${periodId} and state = 'returned') as returned,
      (select count(*)::int from appeal where period_id = ${periodId} and state = 'filed' and instance = 1)
        as "firstAppeals",
      (select count(*)::int from appeal where period_id = ${periodId} and state = 'filed' and instance = 2)
        as "secondAppeals",
      (select count(*)::int from written_review
        where period_id = ${periodId} and state in ('open', 'handedIn', 'returned')) as "writtenReviews",
      (select count(*)::int from period_reopening where period_id = ${periodId} and state = 'open')
        as reopenings`.execute(reader);
  const [row] = rows;
  if (!row) throw new Error('a row of counts was asked for');
  return row;
}
