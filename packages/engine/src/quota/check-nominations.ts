import { ok, type Result, refused } from '../kernel/refusal.ts';
import { overQuota, type QuotaBalance } from './quota-balances.ts';

/** A unit's nominations at the moment of submission: over the cap they are refused as a whole (§10, R4). */
export function checkNominations(
  balance: Pick<QuotaBalance, 'available' | 'cap'>,
  nominated: readonly string[],
): Result<{ readonly used: number; readonly left: number }> {
  const twice = nominated.find((subject, at) => nominated.indexOf(subject) < at);
  if (twice !== undefined) {
    return refused({ code: 'nominatedTwice', path: 'nominated', message: `“${twice}”报了两次，请删去一次` });
  }
  const used = nominated.length;
  if (used > balance.cap) {
    const message = overQuota('本单位', used, balance.available, balance.cap);
    return refused({ code: 'quotaExceeded', path: 'nominated', message });
  }
  return ok({ used, left: balance.cap - used });
}
