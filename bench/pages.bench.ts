import { sql } from 'kysely';
import {
  entries,
  outcomes,
  results,
  reviewDuties,
  supervision,
  targets,
  unitHome,
} from '../packages/contract/src/index.ts';
import type { Database } from '../packages/server/src/db/database.ts';
import {
  makePeriod,
  makeWorkCity,
  publishRules,
  type WorkHost,
  workRules,
} from '../packages/server/test/support/work-city.ts';
import { fillBureau, OFFICERS } from './bulk-bureau.ts';
import { withMeasuredApp } from './measured-app.ts';

/**
 * The pages that look over a whole bureau of 15,000 officers, each against a bare count over the rows it is about on the
 * same database in the same run: the ratio is what is watched, not the milliseconds.
 */
const RUNS = 5;
const NOW = new Date('2026-09-24T02:00:00Z');

await withMeasuredApp({ now: NOW, connections: 6 }, async ({ db, host }) => {
  for (const page of await pagesOf(host)) await watch(db, page);
});

interface Page {
  readonly name: string;
  readonly open: () => Promise<unknown>;
  /** The rows the page is about. */
  readonly count: string;
  /** Three to ten times what was measured on two busy cores; what grows with units × people is far beyond. */
  readonly limit: number;
}

async function pagesOf(host: WorkHost): Promise<readonly Page[]> {
  const { db } = host;
  const city = await makeWorkCity(host);
  const { bureau, order, as } = city;
  const rules = { ...workRules, id: 'bench', name: '全局考核办法', lists: { zeroList: {} } };
  const versionId = await publishRules(host, bureau, rules);
  const before = await makePeriod(host, { bureau, versionId, month: 8 });
  const periodId = await makePeriod(host, { bureau, versionId, month: 9 });
  const { officerId, stationId } = await fillBureau(db, {
    bureau,
    ownerUnitId: order.id,
    accountId: as.office.session.account.id,
    versionId,
    periods: [before, periodId],
  });
  const of = { params: { periodId } };
  const about = `period_id = '${periodId}'`;
  return [
    {
      name: '排名第 50 页',
      open: () =>
        as.office.call(results.listRanking, { ...of, query: { subjectKind: 'officer', page: 50 } as never }),
      count: `select count(*) from result where ${about}`,
      limit: 300,
    },
    {
      name: '排名导出 Excel（全部）',
      open: () =>
        as.office.download(results.exportRanking, { ...of, query: { subjectKind: 'officer' } as never }),
      count: `select count(*) from result where ${about}`,
      limit: 1000,
    },
    {
      name: '名次变化',
      open: () =>
        as.office.call(results.getRankMovement, {
          ...of,
          query: { subjectKind: 'officer', subjects: officerId } as never,
        }),
      count: `select count(*) from result where ${about}`,
      limit: 30,
    },
    {
      name: '目标电梯首层',
      open: () =>
        as.office.call(targets.getUnitTargets, {
          params: { versionId, year: 2026, unitId: bureau.id },
          query: {},
        } as never),
      count: 'select count(*) from target',
      limit: 150,
    },
    {
      name: '督办清单',
      open: () => as.office.call(supervision.listMatters, { query: {} as never }),
      count: 'select count(*) from target, unit where target.unit_id = unit.id',
      limit: 500,
    },
    {
      name: '清零名单',
      open: () =>
        as.office.call(outcomes.getZeroList, {
          query: { periodId, subjectKind: 'officer', list: 'unknown' } as never,
        }),
      count: `select count(*) from ledger_entry where ${about}`,
      limit: 700,
    },
    {
      name: '审核负荷',
      open: () =>
        as.office.call(reviewDuties.getReviewLoad, { query: { from: '2026-09-01', to: '2026-09-30' } }),
      count: 'select count(*) from submission',
      limit: 30,
    },
    {
      name: '得分台账（按事由查）',
      open: () => as.office.call(entries.listEntries, { query: { text: '没有记过的事由' } as never }),
      count: 'select count(*) from ledger_entry',
      limit: 25,
    },
    {
      name: '得分台账（按分值排）',
      open: () => as.orderReviewer.call(entries.listEntries, { query: { sort: '-points' } as never }),
      count: 'select count(*) from ledger_entry',
      limit: 15,
    },
    {
      name: '单位主页（派出所）',
      open: () => as.office.call(unitHome.getUnitHome, { params: { unitId: stationId } }),
      count: "select count(*) from ledger_entry where kind = 'measure'",
      limit: 15,
    },
    {
      name: '单位主页（全局）',
      open: () => as.office.call(unitHome.getUnitHome, { params: { unitId: bureau.id } }),
      count: "select count(*) from ledger_entry where kind = 'measure'",
      limit: 12,
    },
    {
      name: '得分记录',
      open: () => as.office.call(entries.listEntries, { query: { periodId } as never }),
      count: `select count(*) from ledger_entry where ${about}`,
      limit: 150,
    },
  ];
}

async function watch(db: Database, { name, open, count, limit }: Page): Promise<void> {
  const bare = () => sql.raw(count).execute(db);
  await open();
  await bare();
  const page = await median(open);
  const base = await median(bare);
  const ratio = page / base;
  const ok = ratio <= limit;
  const measured = `${page.toFixed(0)} 毫秒，同样的行计数 ${base.toFixed(1)} 毫秒`;
  console.log(
    `${ok ? '通过' : '超限'}：${name}（${OFFICERS} 人）${measured}，${ratio.toFixed(1)} 倍，上限 ${limit} 倍`,
  );
  if (!ok) process.exitCode = 1;
}

async function median(act: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const begun = performance.now();
    await act();
    taken.push(performance.now() - begun);
  }
  return taken.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.POSITIVE_INFINITY;
}
