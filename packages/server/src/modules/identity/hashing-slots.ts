import { hash, verify } from '@node-rs/argon2';
import { Refusal } from '../../refusal.ts';

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const SLOTS = 2;
const WAITING = 200;
/** The hash of random bytes nobody knows: unknown names take as long as known ones. */
export const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$ba2cQDyxvy4+KIjIOQ4i6w$MIAceIdEdNb6vZGERzPIKsqq4tQx5TjcmvgJtfDaPMA';

/** Only holders of a slot can hash, so that a storm of sign-ins leaves threads and connections to the others. */
export interface Hasher {
  hash(password: string): Promise<string>;
  verify(hash: string, password: string): Promise<boolean>;
  /** Takes the time of a verification and fails. */
  verifyNobody(password: string): Promise<false>;
}

const hasher: Hasher = {
  hash: (password) => hash(password, parameters),
  verify: (stored, password) => verify(stored, password),
  async verifyNobody(password) {
    await verify(nobodysHash, password);
    return false;
  },
};

/** At most `slots` pieces of work at once and `waiting` behind them; whoever comes later is refused. */
export function createSlots(slots: number, waiting: number) {
  let busy = 0;
  const queue: (() => void)[] = [];
  return async function inSlot<T>(work: () => Promise<T>): Promise<T> {
    if (busy >= slots) {
      if (queue.length >= waiting) throw new Refusal('tooMany', '当前登录人数过多，请过几秒再试。');
      await new Promise<void>((resolve) => queue.push(resolve));
    } else {
      busy += 1;
    }
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else busy -= 1;
    }
  };
}

const inSlot = createSlots(SLOTS, WAITING);

/** Work that hashes or verifies passwords. It must not hold a database connection while it hashes. */
export function withHasher<T>(work: (hasher: Hasher) => Promise<T>): Promise<T> {
  return inSlot(() => work(hasher));
}
