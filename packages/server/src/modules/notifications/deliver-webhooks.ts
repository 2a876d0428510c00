import { sql } from 'kysely';
import type { Deps } from '../../context.ts';
import { type Digest, signMessage } from './delivery-message.ts';
import { nextAttempt } from './next-attempt.ts';
import { type PostResult, postOut } from './post-out.ts';
import { recipientsOf } from './queries/recipients-of.ts';

/** What one run sends at most; the next run, a minute later, goes on. */
const DELIVERIES_A_RUN = 100;
const KEPT_DAYS = 90;

interface Due {
  readonly id: string;
  readonly bureau_id: string;
  readonly kind: string;
  readonly title: string;
  readonly detail: string;
  readonly address: string;
  readonly account_ids: string[];
  readonly at: Date;
  readonly attempts: number;
}

/**
 * Sends what is due to the bureaus' gateways, oldest first. A delivery is claimed with its next attempt already set, so
 * that a crash repeats it and never loses it; what was given up stays listed until a person sends it again.
 */
export async function deliverWebhooks(deps: Deps): Promise<void> {
  for (let sent = 0; sent < DELIVERIES_A_RUN; sent += 1) {
    const due = await claimNext(deps);
    if (!due) break;
    await settle(deps, due, await send(deps, due));
  }
  await deps.db
    .deleteFrom('webhook_delivery')
    .where('state', '=', 'delivered')
    .where('at', '<', new Date(deps.clock().getTime() - KEPT_DAYS * 86_400_000))
    .execute();
}

/** The oldest delivery that is due, of a bureau whose gateway is switched on. */
async function claimNext(deps: Deps): Promise<Due | undefined> {
  const now = deps.clock();
  const { rows } = await sql<Due>`
    update webhook_delivery set attempts = attempts + 1, next_attempt_at = ${new Date(now.getTime() + 60_000)}
    where id = (
      select d.id from webhook_delivery d join webhook w on w.bureau_id = d.bureau_id and w.enabled
      where d.state = 'waiting' and d.next_attempt_at <= ${now}
      order by d.next_attempt_at, d.at, d.id limit 1 for update of d skip locked)
    returning id, bureau_id, kind, title, detail, address, account_ids, at, attempts`.execute(deps.db);
  return rows[0];
}

async function send(deps: Deps, due: Due): Promise<PostResult> {
  const gateway = await deps.db
    .selectFrom('webhook')
    .select(['url', 'secret_cipher', 'digest'])
    .where('bureau_id', '=', due.bureau_id)
    .executeTakeFirstOrThrow();
  const to = await recipientsOf(deps.db, due.account_ids);
  const { id, kind, title, detail, address } = due;
  const signed = signMessage(
    deps.crypto,
    {
      key: deps.crypto.decrypt(deps.keys.personalData, gateway.secret_cipher),
      digest: gateway.digest as Digest,
    },
    { id, kind, title, detail, address, at: due.at.toISOString(), to },
    deps.clock(),
  );
  return postOut(gateway.url, signed);
}

async function settle(deps: Deps, due: Due, result: PostResult): Promise<void> {
  const now = deps.clock();
  const again = result.delivered ? null : nextAttempt(due.attempts, now);
  await deps.db
    .updateTable('webhook_delivery')
    .set({
      state: result.delivered ? 'delivered' : again === null ? 'failed' : 'waiting',
      answered_status: result.status,
      failure: result.failure,
      ...(result.delivered ? { delivered_at: now } : {}),
      ...(again === null ? {} : { next_attempt_at: again }),
    })
    .where('id', '=', due.id)
    .where('state', '=', 'waiting')
    .execute();
}
