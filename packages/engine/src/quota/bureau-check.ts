import { type Exact, fromInteger, multiply, subtract } from '../kernel/exact.ts';
import { toText } from '../kernel/exact-text.ts';
import { ok, type Result, refused } from '../kernel/refusal.ts';
import { quotaCap } from './quota-balances.ts';

/** One past cycle of the whole bureau: who took part, and how many were published with the grade. */
export interface BureauCycle {
  readonly participants: number;
  readonly published: number;
}

/** Going over the bureau's cap needs the document that allowed it. */
export interface QuotaOverride {
  readonly document: string;
  readonly reason: string;
}

export interface BureauInput {
  readonly rate: Exact;
  /** The earlier cycles of the year. */
  readonly past: readonly BureauCycle[];
  readonly participants: number;
  /** Nominated and not refused, or added by the committee: what would be published. */
  readonly standing: number;
  readonly override?: QuotaOverride;
}

export interface BureauCheck {
  readonly available: Exact;
  readonly cap: number;
  readonly standing: number;
  /** How many stand above the cap. */
  readonly excess: number;
  /** Publishing waits until so many are refused, or the override is recorded. */
  readonly blocked: boolean;
  readonly override: QuotaOverride | null;
  /** Chinese, for the committee. */
  readonly message: string;
}

/**
 * The second check (§10): the same formula over all participants, without the minimum of one. Five units of two may
 * nominate five; at 40 % the bureau may publish four.
 */
export function checkBureauQuota(input: BureauInput): Result<BureauCheck> {
  const { rate, past, participants, standing } = input;
  const override = input.override ?? null;
  if (override !== null && (override.document.trim() === '' || override.reason.trim() === '')) {
    const message = '超出全局名额公布，须登记批准文件和理由';
    return refused({ code: 'overrideIncomplete', path: 'override', message });
  }
  const everybody = past.reduce((sum, cycle) => sum + cycle.participants, participants);
  const published = past.reduce((sum, cycle) => sum + cycle.published, 0);
  const available = subtract(multiply(rate, fromInteger(everybody)), fromInteger(published));
  const cap = quotaCap(available, false);
  const excess = Math.max(0, standing - cap);
  const blocked = excess > 0 && override === null;
  const head = `全局余额 ${toText(available)}，名额 ${cap} 人，拟定 ${standing} 人`;
  const tail =
    excess === 0
      ? '，未超出'
      : override === null
        ? `，超出 ${excess} 人；须否决 ${excess} 人，或者登记批准文件后才能公布`
        : `，超出 ${excess} 人，依据 ${override.document} 公布：${override.reason}`;
  return ok({ available, cap, standing, excess, blocked, override, message: `${head}${tail}` });
}
