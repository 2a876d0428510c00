import pg from 'pg';
import { StartRefusal } from '../start-refusal.ts';
import { saysDiskFull } from './embedded/embedded-error.ts';

const OLDEST_SERVER = 150_000;
const CONNECT_MS = 10_000;

/** Connects once and asks what the server is, so that a wrong address or an old server ends in one clear line. */
export async function checkServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
  try {
    await client.connect();
    const answer = await client.query<{ number: string; name: string }>(
      `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS name`,
    );
    const [version] = answer.rows;
    if (version !== undefined && Number(version.number) < OLDEST_SERVER) {
      throw new StartRefusal(
        `数据库版本太旧：PostgreSQL ${version.name}，需要 15 及以上。请升级数据库，或不设 DATABASE_URL 而用内置数据库。`,
      );
    }
  } catch (error) {
    throw refusalOf(error, url) ?? error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const unreachable = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** The refusals a database can answer with at the start; anything else stays the surprise it is. */
export function refusalOf(error: unknown, url: string): StartRefusal | null {
  if (error instanceof StartRefusal) return error;
  const { hostname, port, username, pathname } = new URL(url);
  const place = `${hostname}:${port || 5432}`;
  const database = decodeURIComponent(pathname.slice(1)) || username;
  const code = (error as { code?: string }).code ?? '';
  if (code === '28P01' || code === '28000') {
    return new StartRefusal(`数据库 ${place} 拒绝登录：DATABASE_URL 中的用户 ${username} 或密码不对。`);
  }
  if (code === '3D000')
    return new StartRefusal(`数据库 ${place} 上没有库 ${database}：请先建库，或改正 DATABASE_URL。`);
  if (code === '42501') {
    return new StartRefusal(
      `用户 ${username} 在库 ${database} 上权限不足：须为该库所有者，并有 CREATEROLE 权限（${(error as Error).message}）。`,
    );
  }
  if (code === '53100' || saysDiskFull(String(error))) {
    return new StartRefusal(`数据库 ${place} 所在磁盘已满：请清理空间后重新启动。`);
  }
  if (unreachable.has(code) || /timeout expired|Connection terminated/.test(String(error))) {
    return new StartRefusal(
      `连不上数据库 ${place}：请检查 DATABASE_URL 的主机和端口，以及数据库是否已启动。`,
    );
  }
  return null;
}
