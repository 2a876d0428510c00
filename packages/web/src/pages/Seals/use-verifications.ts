import { results } from '@mingji/contract';
import { useRef, useState } from 'react';
import type { z } from 'zod';
import { asRefusal } from '../../api/api-refusal.ts';
import { call } from '../../api/call.ts';

export type Verification = z.infer<typeof results.verifySeal.response>;
export type VerificationState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly verification: Verification }
  | { readonly kind: 'refused'; readonly message: string };

/** A whole city's month is recomputed for each: more than this at one go would occupy the server. */
export const MOST_AT_ONCE = 50;

/** Verifies seals one after another, never two at a time; what is found stays until the page is left. */
export function useVerifications(onDone: () => void) {
  const [states, setStates] = useState<ReadonlyMap<string, VerificationState>>(new Map());
  const [busy, setBusy] = useState(false);
  const stopped = useRef(false);
  const note = (id: string, state: VerificationState | null) =>
    setStates((before) => {
      const after = new Map(before);
      if (state) after.set(id, state);
      else after.delete(id);
      return after;
    });
  const verify = async (sealIds: readonly string[]) => {
    const queue = sealIds.slice(0, MOST_AT_ONCE);
    stopped.current = false;
    setBusy(true);
    for (const id of queue) note(id, { kind: 'waiting' });
    for (const id of queue) {
      if (stopped.current) {
        note(id, null);
        continue;
      }
      note(id, { kind: 'running' });
      note(id, await verifyOne(id));
    }
    setBusy(false);
    onDone();
  };
  const stop = () => {
    stopped.current = true;
  };
  return { states, busy, verify, stop };
}

async function verifyOne(sealId: string): Promise<VerificationState> {
  try {
    const verification = await call(results.verifySeal, { params: { sealId } }, { timeout: 5 * 60_000 });
    return { kind: 'done', verification };
  } catch (error) {
    return { kind: 'refused', message: asRefusal(error).message };
  }
}
