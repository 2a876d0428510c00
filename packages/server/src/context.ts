import type { Actor } from '@mingji/engine';
import type { InstallationKeys } from './crypto/keys.ts';
import type { CryptoProvider } from './crypto/provider.ts';
import type { Database } from './db/database.ts';
import type { JobQueue } from './jobs/job-queue.ts';
import type { FileStore } from './modules/files/file-store.ts';

/** What the server was started with. Time is passed in: the server's clock decides deadlines (§6). */
export interface Deps {
  readonly db: Database;
  readonly crypto: CryptoProvider;
  readonly keys: InstallationKeys;
  readonly files: FileStore;
  readonly jobs: JobQueue;
  readonly clock: () => Date;
  /** Demo mode is only ever on when the bureau is the demo city and the server listens on loopback. */
  readonly demoMode: boolean;
  readonly idleMinutes: number;
  /** Whether the session cookie is marked Secure: behind HTTPS. */
  readonly secureCookies: boolean;
}

/** The signed-in person. */
export interface SignedIn extends Actor {
  readonly bureauId: string;
  readonly timeZone: string;
  readonly username: string;
  readonly displayName: string;
}

/** One request by one person at one moment. */
export interface Ctx {
  readonly deps: Deps;
  readonly actor: SignedIn;
  readonly now: Date;
  readonly address: string | null;
  readonly httpRequestId: string;
}
