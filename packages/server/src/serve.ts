import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { buildApp } from './app.ts';
import { type Config, embeddedFolder, filesFolder, isLoopback } from './config.ts';
import type { Deps } from './context.ts';
import { loadKeys } from './crypto/keys.ts';
import { nodeCrypto } from './crypto/provider.ts';
import { checkServer, refusalOf } from './db/connect.ts';
import { createDatabase, createPool, type Database } from './db/database.ts';
import { discardUnfinishedDemo } from './db/discard-unfinished-demo.ts';
import { startEmbedded } from './db/embedded/index.ts';
import { migrate } from './db/migrate.ts';
import { jobHandlers } from './jobs/job-handlers.ts';
import { jobQueue, startWorkers } from './jobs/job-queue.ts';
import { createDiskStore } from './modules/files/file-store.ts';
import { StartRefusal } from './start-refusal.ts';
import type { Started } from './started.ts';

export const WEB_FOLDER = fileURLToPath(new URL('../../web/dist', import.meta.url));

export interface ServeOptions {
  readonly config: Config;
  /** One line at a time, for the person who started us. */
  readonly say: (line: string) => void;
  /** Fills an empty database with the demo city; given by `npm start` only, never by `mingji serve`. */
  readonly makeDemoCity?: (deps: Deps, say: (line: string) => void) => Promise<void>;
  /** What time it is; the machine's own clock unless a test moves time. No setting of the environment reaches it. */
  readonly clock?: () => Date;
}

export interface RunningServer {
  readonly address: string;
}

/** Database, schema, demo city when wanted, HTTP application. Everything it starts it adds to `started`. */
export async function serve(options: ServeOptions, started: Started): Promise<RunningServer> {
  const { config, say } = options;
  await refuseTakenPort(config);
  const url = await openDatabase(config, started, say);
  await migrateOrRefuse(url);
  if (options.makeDemoCity !== undefined && (await discardUnfinishedDemo(url, config.databaseUrl === null))) {
    say('上次没有建完演示城市，现在重新建立。');
  }
  const pool = createPool(url);
  const db = createDatabase(pool);
  started.add(() => db.destroy());
  const deps = await makeDeps(options, db);
  const bureau = await prepareBureau(deps, options);
  const workers = await startWorkers(pool, jobHandlers(deps));
  started.add(() => workers.stop());
  const app = await buildApp(
    { ...deps, demoMode: deps.demoMode && bureau === 'demo' },
    { logger: { level: config.logLevel }, webFolder: WEB_FOLDER },
  );
  started.add(() => app.close());
  await app.listen({ host: config.host, port: config.port }).catch((error) => {
    throw listenRefusal(error, config) ?? error;
  });
  const bound = app.server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : config.port;
  return { address: `http://${shownHost(config.host)}:${port}` };
}

async function openDatabase(config: Config, started: Started, say: (line: string) => void): Promise<string> {
  if (config.databaseUrl !== null) {
    await checkServer(config.databaseUrl);
    return config.databaseUrl;
  }
  const database = await startEmbedded({ dataDir: embeddedFolder(config), log: say });
  started.add(() => database.stop());
  void database.lost.then(() =>
    started.lose(`内置数据库意外停止，原因见 ${embeddedFolder(config)} 中的 server.log。请重新启动。`),
  );
  return database.url;
}

export async function migrateOrRefuse(url: string): Promise<void> {
  try {
    await migrate(url);
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    throw refusalOf(error, url) ?? refusalOf(cause, url) ?? error;
  }
}

async function makeDeps({ config, clock, makeDemoCity }: ServeOptions, db: Database): Promise<Deps> {
  return {
    db,
    crypto: nodeCrypto,
    keys: await loadKeys(config.varDir, nodeCrypto),
    files: createDiskStore(filesFolder(config)),
    jobs: jobQueue,
    clock: clock ?? (() => new Date()),
    demoMode: makeDemoCity !== undefined && isLoopback(config.host),
    idleMinutes: config.idleMinutes,
    secureCookies: config.secureCookies,
  };
}

type Bureau = 'none' | 'real' | 'demo';

/** The demo city belongs to an empty database on the loopback; anywhere else its open accounts would be a hole. */
async function prepareBureau(deps: Deps, { config, say, makeDemoCity }: ServeOptions): Promise<Bureau> {
  const found = await bureauIn(deps.db);
  if (makeDemoCity === undefined) {
    if (found === 'none') say('还没有单位：请在另一个终端执行 npx mingji init 建立单位和三员账号。');
    return found;
  }
  if (found === 'real') return found;
  if (!isLoopback(config.host)) {
    throw new StartRefusal(
      `演示城市只能在本机地址上打开，不能用 HOST=${config.host}：请去掉 HOST，或用 npx mingji serve 正式运行。`,
    );
  }
  if (found === 'none') await makeDemoCity(deps, say);
  return await bureauIn(deps.db);
}

async function bureauIn(db: Database): Promise<Bureau> {
  const bureau = await db.selectFrom('bureau').select('is_demo').limit(1).executeTakeFirst();
  if (bureau === undefined) return 'none';
  return bureau.is_demo ? 'demo' : 'real';
}

/** Asked before minutes are spent on the database and the demo city; the real listen asks again. */
async function refuseTakenPort(config: Config): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error) => reject(listenRefusal(error, config) ?? error));
    probe.listen({ host: config.host, port: config.port }, () => probe.close(() => resolve()));
  });
}

function listenRefusal(error: unknown, config: Config): StartRefusal | null {
  const code = (error as { code?: string }).code;
  if (code === 'EADDRINUSE') {
    return new StartRefusal(
      `端口 ${config.port} 已被占用：请停止占用它的程序，或用 PORT=其他端口 重新启动。`,
    );
  }
  if (code === 'EACCES') {
    return new StartRefusal(`没有权限使用端口 ${config.port}：请用 1024 以上的端口，例如 PORT=8080。`);
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new StartRefusal(`HOST=${config.host} 不是本机的地址：请改正 HOST。`);
  }
  return null;
}

function shownHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
