import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startEmbedded } from '../src/db/embedded/index.ts';
import { createTestDatabase } from './support/database.ts';

let varDir = '';
const running: ChildProcess[] = [];

beforeAll(async () => {
  // Not inside a private folder of the temp folder: the database's own account must be able to get there.
  varDir = await mkdtemp(join(tmpdir(), 'mingji-serve-'));
  await chmod(varDir, 0o755);
});

afterAll(async () => {
  for (const app of running) app.kill('SIGKILL');
  const last = await startEmbedded({ dataDir: join(varDir, 'postgres'), log: () => undefined });
  await last.stop();
  await rm(varDir, { recursive: true, force: true });
});

interface App {
  readonly process: ChildProcess;
  readonly lines: string[];
  readonly ended: Promise<number | null>;
}

/** The real program in a process of its own, with only this environment. */
function start(environment: Record<string, string>): App {
  const here = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href);
  const program = `
    const { loadConfig } = await import(${here('../src/config.ts')});
    const { serveUntilSignal } = await import(${here('../src/serve-until-signal.ts')});
    await serveUntilSignal(async () => ({ config: loadConfig(), say: (line) => console.log(line) }));`;
  const app = spawn(process.execPath, ['--input-type=module', '-e', program], {
    env: { PATH: process.env.PATH ?? '', PORT: '0', MINGJI_VAR_DIR: varDir, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(app);
  const lines: string[] = [];
  for (const stream of [app.stdout, app.stderr]) {
    stream?.on('data', (piece: Buffer) => lines.push(...piece.toString().trim().split('\n')));
  }
  const ended = new Promise<number | null>((resolve) => app.once('close', resolve));
  return { process: app, lines, ended };
}

async function ready(app: App): Promise<string> {
  for (let tries = 0; tries < 400; tries += 1) {
    const address = app.lines.map((line) => /^明绩已就绪 (http\S+)$/.exec(line)?.[1]).find(Boolean);
    if (address !== undefined) return address;
    await sleep(50);
  }
  throw new Error(`not ready: ${app.lines.join(' | ')}`);
}

/** What a start that must fail says, and that it fails. */
async function refusal(environment: Record<string, string>): Promise<string> {
  const app = start(environment);
  expect(await app.ended).toBe(1);
  expect(app.lines).toHaveLength(1);
  return app.lines[0] ?? '';
}

function databasePid(): number {
  const pidFile = join(varDir, 'postgres', 'cluster', 'postmaster.pid');
  return existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8').split('\n')[0]) : 0;
}

function changed(url: string, change: (url: URL) => void): string {
  const copy = new URL(url);
  change(copy);
  return copy.href;
}

test('P19 it says one ready line with its address, answers there, and SIGTERM stops it and its database', async () => {
  const app = start({});
  const address = await ready(app);
  expect(app.lines.filter((line) => line.startsWith('明绩已就绪'))).toHaveLength(1);
  expect((await fetch(`${address}/api/health`)).status).toBe(200);
  expect(await (await fetch(`${address}/api/openapi.json`)).json()).toMatchObject({ openapi: '3.1.0' });
  const pid = databasePid();
  expect(pid).toBeGreaterThan(0);
  app.process.kill('SIGTERM');
  expect(await app.ended).toBe(0);
  expect(() => process.kill(pid, 0)).toThrow();
});

test('P19 a signal in the middle of starting leaves no database behind', async () => {
  const app = start({});
  for (let tries = 0; tries < 400 && databasePid() === 0; tries += 1) await sleep(5);
  const pid = databasePid();
  app.process.kill('SIGINT');
  await app.ended;
  expect(databasePid()).toBe(0);
  expect(pid === 0 || !existsSync(`/proc/${pid}`)).toBe(true);
});

test('P19 a second app on the same folder is refused in one line', async () => {
  const first = start({});
  await ready(first);
  expect(await refusal({})).toContain(`进程号 ${first.process.pid}`);
  first.process.kill('SIGTERM');
  await first.ended;
});

test('P19 a port in use is refused in one line before anything is started', async () => {
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
  const { port } = holder.address() as AddressInfo;
  expect(await refusal({ PORT: String(port) })).toContain(`端口 ${port} 已被占用`);
  holder.close();
  expect(databasePid()).toBe(0);
});

test('P19 DATABASE_URL switches to an outside PostgreSQL with nothing else to change', async () => {
  const database = await createTestDatabase();
  const app = start({ DATABASE_URL: database.url });
  expect((await fetch(`${await ready(app)}/api/health`)).status).toBe(200);
  expect(databasePid()).toBe(0);
  app.process.kill('SIGTERM');
  expect(await app.ended).toBe(0);
  await database.drop();
});

test('P19 a wrong host, password, database name or URL is refused in one line that never shows the password', async () => {
  const { url } = inject('testServer');
  const nobody = changed(url, (wrong) => {
    wrong.port = '1';
  });
  const badPassword = changed(url, (wrong) => {
    wrong.password = 'a-wrong-secret';
  });
  const noDatabase = changed(url, (wrong) => {
    wrong.pathname = '/no_such_database';
  });
  const lines = await Promise.all([
    refusal({ DATABASE_URL: nobody }),
    refusal({ DATABASE_URL: badPassword }),
    refusal({ DATABASE_URL: noDatabase }),
    refusal({ DATABASE_URL: 'mysql://u:a-wrong-secret@127.0.0.1/x' }),
  ]);
  expect(lines[0]).toContain('连不上数据库 127.0.0.1:1');
  expect(lines[1]).toContain('密码不对');
  expect(lines[2]).toContain('没有库 no_such_database');
  expect(lines[3]).toContain('环境变量 DATABASE_URL 不对');
  expect(lines.join()).not.toContain('a-wrong-secret');
});

test('P19 a server older than 15 is refused with its version', async () => {
  const database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  // This server is new; a schema searched before the system's own lets it answer as an old one does.
  await client.query(`CREATE SCHEMA old;
    CREATE FUNCTION old.current_setting(name text) RETURNS text LANGUAGE sql AS
    $$ SELECT CASE name WHEN 'server_version_num' THEN '140011' ELSE '14.11' END $$`);
  await client.end();
  const asOld = changed(database.url, (url) => {
    url.searchParams.set('options', '-c search_path=old,pg_catalog');
  });
  expect(await refusal({ DATABASE_URL: asOld })).toContain('数据库版本太旧：PostgreSQL 14.11');
  await database.drop();
});
