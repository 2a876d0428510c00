import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedDatabase, startEmbedded } from '../src/db/embedded/index.ts';

let dataDir = '';
const running: ChildProcess[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mingji-embedded-'));
});

afterAll(async () => {
  for (const app of running) app.kill('SIGKILL');
  // Whatever a failed test left alive is taken over once more and stopped.
  const last = await start();
  await last.stop();
  await rm(dataDir, { recursive: true, force: true });
});

function start(share = false): Promise<EmbeddedDatabase> {
  return startEmbedded({ dataDir, log: () => undefined, share });
}

async function query(url: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A real second program that starts the database and then holds it until it is killed. */
function startApp(): Promise<{ app: ChildProcess; url: string; pid: number }> {
  const program = `
    const { startEmbedded } = await import(${JSON.stringify(new URL('../src/db/embedded/index.ts', import.meta.url).href)});
    const database = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: () => undefined });
    console.log(JSON.stringify({ url: database.url, pid: database.pid }));
    setInterval(() => undefined, 1000);`;
  const app = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(app);
  return new Promise((resolve, reject) => {
    app.once('exit', () => reject(new Error('the app ended before its database was up')));
    app.stdout?.once('data', (line: Buffer) => {
      const { url, pid } = JSON.parse(line.toString()) as { url: string; pid: number };
      resolve({ app, url, pid });
    });
  });
}

async function kill(app: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => app.once('exit', resolve));
  app.kill('SIGKILL');
  await gone;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('P19 the database listens on the loopback only, is durable and sorts alike on every machine', async () => {
  const database = await start();
  const settings = await query(
    database.url,
    `SELECT current_setting('listen_addresses') AS listen, current_setting('fsync') AS fsync,
            current_setting('server_encoding') AS encoding, current_setting('full_page_writes') AS pages,
            (SELECT datlocprovider FROM pg_database WHERE datname = current_database()) AS provider`,
  );
  await database.stop();
  expect(settings.rows).toEqual([
    { listen: '127.0.0.1', fsync: 'on', encoding: 'UTF8', pages: 'on', provider: 'b' },
  ]);
  expect(isAlive(database.pid)).toBe(false);
});

test('P19 what was committed is there after the next start, which takes under ten seconds', async () => {
  const first = await start();
  await query(first.url, 'CREATE TABLE kept (word text)');
  await query(first.url, "INSERT INTO kept VALUES ('已提交')");
  await first.stop();
  const began = Date.now();
  const second = await start();
  const tookMs = Date.now() - began;
  const rows = (await query(second.url, 'SELECT word FROM kept')).rows;
  await second.stop();
  expect(rows).toEqual([{ word: '已提交' }]);
  expect(tookMs).toBeLessThan(10_000);
});

test('P19 a wrong password is refused', async () => {
  const database = await start();
  const wrong = new URL(database.url);
  wrong.password = 'guess';
  await expect(query(wrong.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  await database.stop();
});

test('P19 a second app on the same folder is told which process has it; a tool may share it', async () => {
  const first = await start();
  await expect(start()).rejects.toMatchObject({
    code: 'in-use',
    message: expect.stringContaining(`进程号 ${process.pid}`),
  });
  const tool = await start(true);
  expect(tool.url).toBe(first.url);
  await tool.stop();
  expect((await query(first.url, 'SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  await first.stop();
});

test('P19 when only the app is killed, the next start takes over the server that lives on and can stop it', async () => {
  const { app, pid } = await startApp();
  await kill(app);
  expect(isAlive(pid)).toBe(true);
  const next = await start();
  expect(next.pid).toBe(pid);
  await next.stop();
  expect(isAlive(pid)).toBe(false);
});

test('P19 when app and server are killed, the next start works and no acknowledged commit is lost', async () => {
  const { app, url, pid } = await startApp();
  await query(url, 'CREATE TABLE survived (n integer)');
  await query(url, 'INSERT INTO survived SELECT generate_series(1, 1000)');
  process.kill(pid, 'SIGKILL');
  await kill(app);
  const next = await start();
  const rows = (await query(next.url, 'SELECT count(*)::int AS n FROM survived')).rows;
  await next.stop();
  expect(rows).toEqual([{ n: 1000 }]);
});

test('P19 a pid file that now names somebody else’s process does not stop the start, nor that process', async () => {
  const bystander = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], {
    stdio: 'ignore',
  });
  running.push(bystander);
  const pidFile = join(dataDir, 'cluster', 'postmaster.pid');
  const lines = [bystander.pid, join(dataDir, 'cluster'), 1, 5432, '', '127.0.0.1', '', 'ready'];
  writeFileSync(pidFile, `${lines.join('\n')}\n`);
  const database = await start();
  expect(readFileSync(pidFile, 'utf8').split('\n')[0]).toBe(String(database.pid));
  await database.stop();
  expect(bystander.exitCode).toBeNull();
  expect(bystander.signalCode).toBeNull();
});

test('P19 a crashed backend drops the app’s claim only until the server has recovered', async () => {
  const database = await start();
  const hanging = query(database.url, 'SELECT pg_sleep(60)').catch((error: Error) => error);
  const backend = await waitFor(async () => {
    const found = await query(
      database.url,
      "SELECT pid FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(60)'",
    );
    return found.rows[0] as { pid: number } | undefined;
  });
  process.kill(backend.pid, 'SIGKILL');
  await hanging;
  const claims = await waitFor(async () => {
    const found = await query(
      database.url,
      "SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND granted",
    );
    return found.rows[0]?.n === 1 ? found.rows : undefined;
  });
  expect(claims).toEqual([{ n: 1 }]);
  expect(isAlive(database.pid)).toBe(true);
  await database.stop();
  expect(isAlive(database.pid)).toBe(false);
});

test('P19 a server that dies under the app is reported', async () => {
  const database = await start();
  process.kill(database.pid, 'SIGQUIT');
  await database.lost;
  expect(existsSync(`/proc/${database.pid}`)).toBe(false);
});

async function waitFor<T>(attempt: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 200; tries += 1) {
    const result = await attempt().catch(() => undefined);
    if (result !== undefined) return result;
    await sleep(50);
  }
  throw new Error('waited in vain');
}
