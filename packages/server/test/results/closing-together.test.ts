import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { periodCalendar, periods, results } from '@mingji/contract';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCalendar } from '../../src/modules/calendar/index.ts';
import {
  afterNotice,
  bookAbsence,
  compute,
  countOf,
  duringSeptember,
  type MonthWorld,
  move,
  onPeriod,
  openMonth,
  publishedMonth,
  sealRequest,
  startMonthWorld,
  submitWork,
  travel,
} from './month.ts';

let world: MonthWorld;
beforeAll(async () => {
  world = await startMonthWorld();
});
afterAll(() => world.server.stop());

/** Holds the month, lets the acts queue up for it in this order, lets it go, and tells what came of each. */
async function atOnce(
  periodId: string,
  acts: readonly (() => Promise<unknown>)[],
): Promise<PromiseSettledResult<unknown>[]> {
  const holder = new pg.Client({ connectionString: world.server.ownerUrl });
  await holder.connect();
  const started: Promise<unknown>[] = [];
  try {
    await holder.query('begin');
    await holder.query('select from period where id = $1 for update', [periodId]);
    for (const act of acts) {
      const running = act();
      running.catch(() => undefined);
      started.push(running);
      await waiting(holder, started.length);
    }
    await holder.query('commit');
  } finally {
    await holder.end();
  }
  return Promise.allSettled(started);
}

async function waiting(
  holder: pg.Client,
  wanted: number,
  events = ['transactionid', 'tuple'],
): Promise<void> {
  for (let tries = 0; tries < 1000; tries += 1) {
    const { rows } = await holder.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where datname = current_database()
         and wait_event = any($1)`,
      [events],
    );
    if ((rows[0]?.n ?? 0) >= wanted) return;
    await sleep(25);
  }
  throw new Error(`fewer than ${wanted} wait`);
}

const outcomes = (settled: readonly PromiseSettledResult<unknown>[]) => settled.map(({ status }) => status);
const reasonOf = (settled: PromiseSettledResult<unknown> | undefined) =>
  settled?.status === 'rejected' ? String(settled.reason) : '';
const stateOf = async (periodId: string) =>
  (await world.office.call(periods.getPeriod, { params: { periodId } })).period.state;
const seal = (client: MonthWorld['office'], periodId: string) => () =>
  client.call(results.sealPeriod, sealRequest(periodId));
const askBack = (periodId: string) => () =>
  world.secondOffice.call(periodCalendar.requestReopening, {
    params: { periodId },
    body: { requestId: randomUUID(), action: 'reopenReview', reason: '漏记一条加分', submitOn: null },
  });
const close = (client: MonthWorld['office'], periodId: string) => () =>
  client.call(periods.movePeriod, {
    params: { periodId },
    body: { requestId: randomUUID(), action: 'closeSubmission', reason: '提前截止', submitOn: null },
  });

test('P14 two offices that close a month at the same moment close it once, and the second is told', async () => {
  await travel(world, duringSeptember);
  const periodId = await openMonth(world);
  const settled = await atOnce(periodId, [
    close(world.office, periodId),
    close(world.secondOffice, periodId),
  ]);
  expect(outcomes(settled)).toEqual(['fulfilled', 'rejected']);
  expect(reasonOf(settled[1])).toContain('409');
  const { period } = await world.office.call(periods.getPeriod, { params: { periodId } });
  expect(period.timeline.filter(({ action }) => action === 'closeSubmission')).toHaveLength(1);
});

test('P14 work handed in just before the closing is taken and waits on the checklist, just after it is refused', async () => {
  await travel(world, duringSeptember);
  const before = await openMonth(world);
  const first = await atOnce(before, [() => submitWork(world, before), close(world.office, before)]);
  expect(outcomes(first)).toEqual(['fulfilled', 'fulfilled']);
  const { checks } = await world.office.call(results.getClosing, { params: { periodId: before } });
  expect(checks.find(({ code }) => code === 'unreviewed')?.count).toBe(1);

  const after = await openMonth(world);
  const submissions = await countOf(world, 'submission');
  const second = await atOnce(after, [close(world.office, after), () => submitWork(world, after)]);
  expect(outcomes(second)).toEqual(['fulfilled', 'rejected']);
  expect(reasonOf(second[1])).toContain('截止');
  expect(await countOf(world, 'submission')).toBe(submissions);
});

test('P14 of a seal and an entry at the same moment the later one is refused: no entry stands behind a seal unseen', async () => {
  const sealedFirst = (await publishedMonth(world)).periodId;
  const bookedFirst = (await publishedMonth(world)).periodId;
  await travel(world, afterNotice);
  const entries = await countOf(world, 'ledger_entry');
  const one = await atOnce(sealedFirst, [
    seal(world.office, sealedFirst),
    () => bookAbsence(world, sealedFirst, world.wang, '1'),
  ]);
  expect(outcomes(one)).toEqual(['fulfilled', 'rejected']);
  expect(await countOf(world, 'ledger_entry')).toBe(entries);
  const other = await atOnce(bookedFirst, [
    () => bookAbsence(world, bookedFirst, world.wang, '1'),
    seal(world.office, bookedFirst),
  ]);
  expect(outcomes(other)).toEqual(['fulfilled', 'rejected']);
  expect(reasonOf(other[1])).toContain('台账又有变化');
  expect(await stateOf(bookedFirst)).toBe('inNotice');
});

test('P14 of a seal and a reopening at the same moment the first one stands, and the other says why it does not', async () => {
  const sealedFirst = (await publishedMonth(world)).periodId;
  const askedFirst = (await publishedMonth(world)).periodId;
  await travel(world, afterNotice);
  const one = await atOnce(sealedFirst, [seal(world.office, sealedFirst), askBack(sealedFirst)]);
  expect(outcomes(one)).toEqual(['fulfilled', 'rejected']);
  expect(reasonOf(one[1])).toContain('已封存，不能重新开放');
  const other = await atOnce(askedFirst, [askBack(askedFirst), seal(world.office, askedFirst)]);
  expect(outcomes(other)).toEqual(['fulfilled', 'rejected']);
  expect(reasonOf(other[1])).toContain('重新开放的申请待复核');
});

test('P8 a clock set back over the deadline opens nothing again, and set right does nothing twice', async () => {
  await travel(world, duringSeptember);
  const periodId = await openMonth(world);
  const lastMoment = new Date('2026-09-25T15:59:59.999Z');
  await travel(world, lastMoment);
  await submitWork(world, periodId);
  await travel(world, new Date('2026-09-25T16:00:00.001Z'));
  await expect(submitWork(world, periodId)).rejects.toThrow('9月25日24:00');
  const steps = async () =>
    (await runCalendar(world.server.deps)).moved.filter((each) => each.periodId === periodId).length;
  expect(await steps()).toBe(2);
  await travel(world, lastMoment);
  await expect(submitWork(world, periodId)).rejects.toThrow();
  expect(await steps()).toBe(0);
  expect(await stateOf(periodId)).toBe('reviewing');
  await travel(world, new Date('2026-09-25T16:00:01Z'));
  expect(await steps()).toBe(0);
});

test('§15 a server killed in the middle of a seal leaves the month on notice and nothing half sealed', async () => {
  const { periodId } = await publishedMonth(world);
  await travel(world, afterNotice);
  const kept = { seals: await countOf(world, 'seal'), audited: await countOf(world, 'audit_event') };
  await killWhileSealing(periodId);
  expect(await stateOf(periodId)).toBe('inNotice');
  expect({ seals: await countOf(world, 'seal'), audited: await countOf(world, 'audit_event') }).toEqual(kept);
  const { sealId } = await world.office.call(results.sealPeriod, sealRequest(periodId));
  const { ok } = await world.leader.call(results.verifySeal, { params: { sealId } });
  expect(ok).toBe(true);
});

test('§15 a computation cut off with its server is asked for again, and nothing of it is published meanwhile', async () => {
  await travel(world, duringSeptember);
  const periodId = await openMonth(world);
  await bookAbsence(world, periodId, world.li, '1');
  await travel(world, new Date('2026-09-26T02:00:00Z'));
  await move(world, periodId, 'startReview');
  await world.office.call(results.startEvaluation, onPeriod(periodId));
  const early = await world.office.refusal(results.publishResults, onPeriod(periodId));
  expect(early.body.problems.map(({ path }) => path)).toContain('noResults');
  await travel(world, new Date('2026-09-26T02:10:00Z'));
  await compute(world, periodId);
  await world.office.call(results.publishResults, onPeriod(periodId));
});

/** The seal in a process of its own, killed when the seal is written and the month not yet turned. */
async function killWhileSealing(periodId: string): Promise<void> {
  const owner = new pg.Client({ connectionString: world.server.ownerUrl });
  await owner.connect();
  await owner.query(`
    create function linger() returns trigger language plpgsql as $$ begin perform pg_sleep(2); return new; end $$;
    create trigger linger before update of state on period for each row execute function linger()`);
  const child = spawn(process.execPath, ['--input-type=module', '-e', sealingProgram(periodId)], {
    env: { PATH: process.env.PATH ?? '', DATABASE_URL: world.server.ownerUrl },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  try {
    await waiting(owner, 1, ['PgSleep']);
    child.kill('SIGKILL');
    await ended;
    // Until the database has noticed that nobody is there any more.
    await owner.query('select from period where id = $1 for update', [periodId]);
  } finally {
    child.kill('SIGKILL');
    await owner.query('drop trigger linger on period; drop function linger()');
    await owner.end();
  }
}

function sealingProgram(periodId: string): string {
  const here = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href);
  const { sealPrivatePem, sealPublicPem } = world.server.deps.keys;
  return `
    const { createPool, createDatabase } = await import(${here('../../src/db/database.ts')});
    const { nodeCrypto: crypto } = await import(${here('../../src/crypto/provider.ts')});
    const { actorOfAccount } = await import(${here('../../src/modules/identity/index.ts')});
    const { sealPeriod } = await import(${here('../../src/modules/results/index.ts')});
    const db = createDatabase(createPool(process.env.DATABASE_URL, 2));
    const actor = await actorOfAccount(db, '${world.office.session.account.id}');
    const deps = { db, crypto, keys: ${JSON.stringify({ sealPrivatePem, sealPublicPem })} };
    const ctx = { deps, actor, now: new Date('${afterNotice.toISOString()}'), address: null, httpRequestId: 'killed' };
    await sealPeriod(ctx, { periodId: '${periodId}', requestId: '${randomUUID()}', earlyReason: null });`;
}
