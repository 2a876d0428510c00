import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { submissions } from '../packages/contract/src/index.ts';
import { makeWorkCity, type WorkCity } from '../packages/server/test/support/work-city.ts';
import { type MeasuredApp, withMeasuredApp } from './measured-app.ts';

/**
 * One submit over HTTP (session, access, rules, submission, version, timeline, audit, request id, answer) against one
 * bare INSERT of a submission on the same durable database: the ratio is what is watched, not the milliseconds.
 */
const SUBMITS = 400;
const AT_ONCE = 8;
const RUNS = 3;
/** Measured 14 to 27 on two cores that others kept busy: what a statement costs moves with the machine. */
const LIMIT = 30;
/** Session, request id, whom, period, pilot, calendar, owner, duty, the three rows, audit, answer: each read once. */
const STATEMENTS = 16;
const NOW = new Date('2026-09-18T02:00:00Z');

await withMeasuredApp({ now: NOW, connections: AT_ONCE + 2 }, measure);

async function measure({ url, app, host, statements }: MeasuredApp): Promise<void> {
  await app.listen({ host: '127.0.0.1', port: 0 });
  const city = await makeWorkCity(host);
  const bare = new pg.Pool({ connectionString: url, max: AT_ONCE });
  const submit = await submitter(app, city);
  const insert = () => insertBare(bare, city);
  await repeat(submit, SUBMITS / 4);
  const before = statements();
  await repeat(submit, SUBMITS / 4);
  const each = (statements() - before) / (SUBMITS / 4);
  await repeat(insert, SUBMITS / 4);
  const ratios: number[] = [];
  for (let run = 1; run <= RUNS; run++) {
    const submitMs = await repeat(submit, SUBMITS);
    const insertMs = await repeat(insert, SUBMITS);
    ratios.push(submitMs / insertMs);
    console.log(
      `  第 ${run} 次：报送 ${perSecond(submitMs)} 件/秒，裸插入 ${perSecond(insertMs)} 行/秒，倍数 ${(submitMs / insertMs).toFixed(1)}`,
    );
  }
  await bare.end();
  const ratio = ratios.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.POSITIVE_INFINITY;
  const ok = ratio <= LIMIT && each <= STATEMENTS;
  console.log(
    `${ok ? '通过' : '超限'}：一次报送 ${each.toFixed(1)} 条语句，上限 ${STATEMENTS} 条；是一次裸插入的 ${ratio.toFixed(1)} 倍，上限 ${LIMIT} 倍`,
  );
  if (!ok) process.exitCode = 1;
}

/** Over the wire, as a browser would; every answer is read and must be a submission. */
async function submitter(app: FastifyInstance, city: WorkCity): Promise<() => Promise<void>> {
  const client = city.as.officer;
  const probe = await client.inject({ method: 'GET', url: '/api/session' });
  const sent = probe.raw.req.headers;
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  const url = `http://127.0.0.1:${address.port}${submissions.createSubmission.path}`;
  const headers = {
    'content-type': 'application/json',
    cookie: String(sent.cookie),
    'x-csrf-token': client.session.csrfToken,
  };
  return async () => {
    const body = {
      requestId: randomUUID(),
      periodId: city.periodId,
      subjectKind: 'officer',
      subjectId: city.officer.id,
      indicatorCode: 'hazard',
      title: '排查商铺消防隐患',
      eventCode: 'found',
      quantity: '2',
      occurredOn: '2026-09-17',
      fileIds: [],
    };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    const answer = await response.text();
    if (response.status !== 200) throw new Error(`${response.status} ${answer}`);
  };
}

async function insertBare(pool: pg.Pool, city: WorkCity): Promise<void> {
  const account = city.as.officer.session.account.id;
  await pool.query(
    `insert into submission (id, bureau_id, period_id, indicator_code, subject_kind, subject_id, subject_unit_id,
       owner_unit_id, author_account_id, state)
     values ($1, $2, $3, 'hazard', 'officer', $4, $5, $6, $7, 'withdrawn')`,
    [
      randomUUID(),
      city.bureau.bureauId,
      city.periodId,
      city.officer.id,
      city.east.id,
      city.order.id,
      account,
    ],
  );
}

/** Milliseconds for `times` acts, `AT_ONCE` side by side. */
async function repeat(act: () => Promise<void>, times: number): Promise<number> {
  let left = times;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left > 0) {
        left -= 1;
        await act();
      }
    }),
  );
  return performance.now() - begun;
}

function perSecond(ms: number): string {
  return ((SUBMITS / ms) * 1000).toFixed(0);
}
