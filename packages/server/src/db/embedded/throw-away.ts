import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from './start-embedded.ts';

export interface ThrowAwayDatabase {
  readonly url: string;
  /** Stops the server and removes everything it held. */
  stop(): Promise<void>;
}

/** A server for one test run or one generator. It alone may forget on a power cut: nothing in it is kept. */
export async function startThrowAway(): Promise<ThrowAwayDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mingji-throw-away-'));
  const database = await startEmbedded({
    dataDir,
    log: (line) => console.log(line),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
  const stop = async (): Promise<void> => {
    await database.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { url: database.url, stop };
}
