import { randomUUID } from 'node:crypto';
import type { Ctx, Deps } from '../../context.ts';
import { Refusal } from '../../refusal.ts';
import { actorOfAccount } from '../identity/index.ts';
import { findPeriod } from '../periods/index.ts';
import { publishResults, sealPeriod } from '../results/index.ts';
import type { LivePeriod } from './run-calendar.ts';
import { tellOnce } from './tell-once.ts';

const what = { startNotice: '公示', seal: '封存' } as const;

/**
 * Publishes or seals in the name of who switched that on, by the same commands and under the same checks as by hand.
 * What stops it is told to the office once, and waits for a person.
 */
export async function doInName(
  deps: Deps,
  period: LivePeriod,
  step: 'startNotice' | 'seal',
): Promise<boolean> {
  const row = await findPeriod(deps.db, period.bureauId, period.id);
  const actor = row.automatic_by === null ? null : await actorOfAccount(deps.db, row.automatic_by);
  const kind = step === 'seal' ? 'sealBlocked' : 'publishBlocked';
  const dueAt = row.published_at ?? row.review_by;
  if (actor === null) {
    await tellOnce(deps, row, kind, dueAt, `没有自动${what[step]}：设定的账号已停用，请由考核办人员办理。`);
    return false;
  }
  const ctx: Ctx = { deps, actor, now: deps.clock(), address: null, httpRequestId: 'calendar' };
  const request = { periodId: row.id, requestId: randomUUID() };
  try {
    if (step === 'seal') await sealPeriod(ctx, { ...request, earlyReason: null });
    else await publishResults(ctx, { ...request, overrideReason: null });
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await tellOnce(deps, row, kind, dueAt, `没有自动${what[step]}：${error.message}`);
    return false;
  }
}
