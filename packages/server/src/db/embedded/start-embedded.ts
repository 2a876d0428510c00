import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { claim, databaseUrl } from './claim.ts';
import { type Cluster, cluster as openCluster } from './cluster.ts';
import { diskFull, EmbeddedError, saysDiskFull } from './embedded-error.ts';
import { homeFolder } from './home-folder.ts';
import { launch } from './launch.ts';
import { findPostmaster, isAlive, type Postmaster, stopPostmaster } from './postmaster.ts';
import { serverAccount } from './server-account.ts';
import { serverBinaries } from './server-binaries.ts';

export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly log: (line: string) => void;
  /** Extra server settings; throw-away test databases turn durability off here, nothing else may. */
  readonly settings?: Readonly<Record<string, string>>;
  /** A command-line tool may work beside the running app: then it gets its URL and stops nothing. */
  readonly share?: boolean;
}

export interface EmbeddedDatabase {
  readonly url: string;
  readonly pid: number;
  /** Resolves when the server ends although nobody called stop(). */
  readonly lost: Promise<void>;
  /** Fast shutdown; waits until the server process is gone. */
  stop(): Promise<void>;
}

const ATTEMPTS = 40;
const PAUSE_MS = 250;

/** Starts, or takes over, the one PostgreSQL server of this data folder. Refusals are EmbeddedErrors. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const account = serverAccount(options.dataDir);
  const home = homeFolder(options.dataDir, account);
  const binaries = await serverBinaries(home, account);
  const cluster = await openCluster(home, account, binaries);
  let reason = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const orphan = findPostmaster(cluster.folder);
    if (orphan !== null) {
      const taken = await take(cluster, orphan, options);
      if (taken !== null) return taken;
      continue;
    }
    const launched = await launch(home, cluster, account, binaries, options.settings ?? {});
    if (launched.kind === 'running') {
      const taken = await take(cluster, launched.postmaster, options);
      if (taken !== null) return taken;
      reason = '启动后随即退出';
    } else {
      reason = launched.reason;
      if (saysDiskFull(reason)) throw diskFull(home);
      if (!isPassing(reason)) break;
    }
    // After a kill the first restart may be refused while the dead server's last children still end.
    await sleep(PAUSE_MS);
  }
  throw new EmbeddedError('start-failed', `内置数据库未能启动：${reason}（详见 ${home}/server.log）。`);
}

/** Becomes the app of a live server; null when that server ended or had to be ended, so that one is started anew. */
async function take(
  cluster: Cluster,
  postmaster: Postmaster,
  options: EmbeddedOptions,
): Promise<EmbeddedDatabase | null> {
  const result = await claim(cluster, postmaster);
  const url = databaseUrl(cluster, postmaster.port);
  switch (result.kind) {
    case 'claimed':
      return supervised(cluster, postmaster, result.session);
    case 'held':
      if (options.share === true) return shared(url, postmaster);
      throw new EmbeddedError(
        'in-use',
        `数据目录 ${options.dataDir} 正由另一个明绩进程使用（进程号 ${result.by}）：请先停止它，或用 MINGJI_VAR_DIR 另指定目录。`,
      );
    case 'unreachable':
      options.log('上次留下的内置数据库没有响应，正在停止它。');
      await stopPostmaster(postmaster.pid);
      return null;
    case 'gone':
      return null;
  }
}

function supervised(cluster: Cluster, postmaster: Postmaster, first: pg.Client): EmbeddedDatabase {
  let session = first;
  let stopping = false;
  const lost = new Promise<void>((resolve) => {
    const watch = (current: pg.Client): void => {
      current.once('end', () => {
        if (!stopping) void regain(resolve, watch);
      });
    };
    const regain = async (giveUp: () => void, again: (next: pg.Client) => void): Promise<void> => {
      // One crashed backend makes PostgreSQL drop all sessions and recover: claim it again before giving up.
      const result = isAlive(postmaster.pid) ? await claim(cluster, postmaster) : { kind: 'gone' as const };
      if (result.kind !== 'claimed') return giveUp();
      session = result.session;
      if (stopping) await session.end();
      else again(session);
    };
    watch(first);
  });
  const stop = async (): Promise<void> => {
    stopping = true;
    await session.end().catch(() => undefined);
    await stopPostmaster(postmaster.pid);
  };
  return { url: databaseUrl(cluster, postmaster.port), pid: postmaster.pid, lost, stop };
}

function shared(url: string, postmaster: Postmaster): EmbeddedDatabase {
  return { url, pid: postmaster.pid, lost: new Promise(() => undefined), stop: () => Promise.resolve() };
}

/** Refusals that end by themselves: a dying predecessor, or a port taken between choosing and binding it. */
function isPassing(reason: string): boolean {
  return /lock file "postmaster\.pid"|pre-existing shared memory|could not bind|could not create any TCP\/IP sockets|启动超时/.test(
    reason,
  );
}
