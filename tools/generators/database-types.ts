import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startThrowAway } from '../../packages/server/src/db/embedded/index.ts';
import { migrate } from '../../packages/server/src/db/migrate.ts';
import { installed, run } from '../program.ts';
import type { Generator } from './index.ts';

/** Days and 64-bit counters as the pool's type parsers hand them over (packages/server/src/db/database.ts). */
const OPTIONS = [
  ...['--dialect', 'postgres', '--exclude-pattern', 'graphile_worker.*'],
  ...['--date-parser', 'string', '--type-mapping', '{"int8":"number"}'],
];

export const databaseTypes: Generator = {
  path: 'packages/server/src/db/schema.generated.ts',
  what: '数据库类型',
  produce: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mingji-generate-'));
    const database = await startThrowAway();
    try {
      await migrate(database.url);
      return await introspect(database.url, join(folder, 'schema.ts'));
    } finally {
      await database.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function introspect(url: string, path: string): Promise<string> {
  const ended = await run(installed('kysely-codegen'), [...OPTIONS, '--url', url, '--out-file', path]);
  if (!ended.ok) throw new Error(`kysely-codegen failed: ${ended.output}`);
  return await readFile(path, 'utf8');
}
