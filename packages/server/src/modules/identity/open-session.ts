import { randomBytes } from 'node:crypto';
import type { CryptoProvider } from '../../crypto/provider.ts';
import type { Tx } from '../../db/database.ts';

const ABSOLUTE_HOURS = 24;

/** Where a sign-in comes from, for the session list and the audit log. */
export interface Origin {
  readonly address: string | null;
  readonly agent: string | null;
  readonly httpRequestId: string;
}

/** A new session; the returned token goes into the cookie and is stored nowhere, only its SM3. */
export async function openSession(
  tx: Tx,
  crypto: CryptoProvider,
  accountId: string,
  origin: Origin,
  now: Date,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await tx.deleteFrom('session').where('expires_at', '<=', now).execute();
  await tx
    .insertInto('session')
    .values({
      token_hash: crypto.sm3(Buffer.from(token)),
      account_id: accountId,
      csrf_token: randomBytes(32).toString('base64url'),
      created_at: now,
      last_seen_at: now,
      expires_at: new Date(now.getTime() + ABSOLUTE_HOURS * 3_600_000),
      address: origin.address,
      agent: origin.agent?.slice(0, 300) ?? null,
    })
    .execute();
  return token;
}

/** Whoever lost a right or a password works on only after signing in again. */
export async function endSessions(tx: Tx, accountId: string, except?: Buffer): Promise<void> {
  let sessions = tx.deleteFrom('session').where('account_id', '=', accountId);
  if (except) sessions = sessions.where('token_hash', '<>', except);
  await sessions.execute();
}
