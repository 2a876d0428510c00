import { absolute, add, compare, type Exact, larger, negate, sign, subtract, ZERO } from '../kernel/exact.ts';
import { toText } from '../kernel/exact-text.ts';
import type { Refusals } from '../kernel/refusal.ts';
import type { RoleRule } from '../sharing/role-rules.ts';
import { compareEntries } from './entry-order.ts';
import type { Warning } from './evaluation.ts';
import type { Subject } from './facts.ts';
import type { LiveEntry } from './families/family.ts';
import type { PriorBooking } from './side-facts.ts';

/** Points at what an earlier, sealed period already booked for the same matter. */
export const STANDS_IN_PRIOR = 'prior';

export interface MatterContext {
  readonly subject: Subject;
  readonly mixedSigns: 'separate' | 'maxOnly' | 'manual';
  readonly priors: ReadonlyMap<string, PriorBooking> | undefined;
  readonly decisions: ReadonlyMap<string, string> | undefined;
  readonly warnings: Warning[];
}

/** Larger in size first; equals: the earlier entry stands (§3). */
function bySize(a: LiveEntry, b: LiveEntry): number {
  return compare(absolute(b.points), absolute(a.points)) || compareEntries(a.entry, b.entry);
}

function standDown(entry: LiveEntry, winner: LiveEntry): void {
  entry.counted = ZERO;
  entry.standsIn = winner.entry.id;
}

/** Of one sign the largest stands, the others stay visible at 0 with a pointer. */
function keepLargest(entries: LiveEntry[]): LiveEntry | undefined {
  const [winner, ...others] = entries.sort(bySize);
  if (winner !== undefined) for (const other of others) standDown(other, winner);
  return winner;
}

/** Across periods: only what exceeds the booked part counts; a sealed period never changes. */
function applyPrior(winner: LiveEntry | undefined, booked: Exact | undefined): void {
  if (winner === undefined || booked === undefined || sign(booked) === 0) return;
  if (sign(winner.counted) === 0) return;
  const rest = larger(subtract(absolute(winner.points), booked), ZERO);
  winner.counted = sign(winner.points) < 0 ? negate(rest) : rest;
  winner.standsIn = STANDS_IN_PRIOR;
}

function resolveMixed(
  addition: LiveEntry,
  deduction: LiveEntry,
  matter: string,
  context: MatterContext,
): void {
  if (context.mixedSigns === 'maxOnly') {
    const [winner, other] = bySize(addition, deduction) <= 0 ? [addition, deduction] : [deduction, addition];
    standDown(other, winner);
    return;
  }
  const undecided = context.mixedSigns === 'manual';
  context.warnings.push({
    code: undecided ? 'matterNeedsDecision' : 'matterMixedSigns',
    message: undecided
      ? `事项“${matter}”既有加分又有扣分，须由考核办决定保留哪一条；决定之前两条都计入`
      : `事项“${matter}”既有加分（${toText(addition.points)}）又有扣分（${toText(deduction.points)}），两条都计入，请核对是否属于同一事项`,
    subject: context.subject.id,
    entries: [addition.entry.id, deduction.entry.id],
  });
}

function resolveOne(matter: string, entries: readonly LiveEntry[], context: MatterContext): void {
  const chosen = context.mixedSigns === 'manual' ? context.decisions?.get(matter) : undefined;
  const kept = entries.find((live) => live.entry.id === chosen);
  if (kept !== undefined) {
    for (const live of entries) if (live !== kept) standDown(live, kept);
  }
  const additions = entries.filter((live) => sign(live.points) > 0);
  const deductions = entries.filter((live) => sign(live.points) < 0);
  if (kept === undefined) {
    const addition = keepLargest(additions);
    const deduction = keepLargest(deductions);
    if (addition !== undefined && deduction !== undefined) resolveMixed(addition, deduction, matter, context);
  }
  const prior = context.priors?.get(matter);
  applyPrior(
    additions.find((live) => live.standsIn === null),
    prior?.addition,
  );
  applyPrior(
    deductions.find((live) => live.standsIn === null),
    prior?.deduction,
  );
}

/** §3: for one subject, one matter counts once. Sets `counted` and `standsIn` on the entries. */
export function resolveMatters(entries: readonly LiveEntry[], context: MatterContext): void {
  if (entries.length === 0) return;
  const byMatter = new Map<string, LiveEntry[]>();
  for (const live of entries) {
    const { matter } = live.entry;
    if (matter === undefined) continue;
    const list = byMatter.get(matter);
    if (list === undefined) byMatter.set(matter, [live]);
    else list.push(live);
  }
  for (const [matter, list] of byMatter) {
    if (list.length > 1 || context.priors !== undefined) resolveOne(matter, list, context);
  }
}

interface SharedMatter {
  subjects: number;
  sum: Exact;
  standard: Exact;
  readonly entries: string[];
}

/** ⚙split = fixedTotal: the parts several officers take of one matter may not exceed its standard (3 = 2 + 1). */
export class MatterShares {
  readonly #shared = new Map<string, SharedMatter>();
  readonly #leaders: ReadonlySet<string>;

  /** A leader is another subject than the officers (§3): what is due to him is no part of theirs. */
  constructor(roles: readonly RoleRule[] = []) {
    this.#leaders = new Set(roles.filter(({ goesTo }) => goesTo === 'leader').map(({ code }) => code));
  }

  /** Takes the standing additions of one subject; a subject has at most one per matter. */
  record(subject: Subject, entries: readonly LiveEntry[]): void {
    for (const live of entries) {
      if (live.entry.matter === undefined || sign(live.points) <= 0) continue;
      if (live.standsIn !== null && live.standsIn !== STANDS_IN_PRIOR) continue;
      const asLeader = live.entry.role !== undefined && this.#leaders.has(live.entry.role);
      const key = `${asLeader ? 'leader' : subject.kind}:${live.entry.matter}`;
      const known = this.#shared.get(key);
      if (known === undefined) {
        this.#shared.set(key, {
          subjects: 1,
          sum: live.points,
          standard: live.standard,
          entries: [live.entry.id],
        });
        continue;
      }
      known.subjects++;
      known.sum = add(known.sum, live.points);
      known.standard = larger(known.standard, live.standard);
      known.entries.push(live.entry.id);
    }
  }

  check(refusals: Refusals): void {
    for (const [key, { subjects, sum, standard, entries }] of this.#shared) {
      if (subjects < 2 || compare(sum, standard) <= 0) continue;
      const matter = key.slice(key.indexOf(':') + 1);
      refusals.add(
        'matterSplitExceeds',
        `entries[${[...entries].sort()[0] ?? ''}].points`,
        `事项“${matter}”由 ${subjects} 人分摊，合计 ${toText(sum)} 分，超过标准 ${toText(standard)} 分；请在各条记录的 points 中写明分摊的分值`,
      );
    }
  }
}
