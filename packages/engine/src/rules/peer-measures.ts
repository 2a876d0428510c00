import { REVERSED } from '../columns/entry-columns.ts';
import { compare, type Exact, ZERO } from '../kernel/exact.ts';
import type { Refusals } from '../kernel/refusal.ts';
import { meanOf } from '../kernel/running-sum.ts';
import { appliesTo, type CompiledRuleSet } from './compile.ts';
import type { Subject } from './facts.ts';
import type { Peers } from './families/family.ts';
import type { GroupedFacts } from './grouped-facts.ts';
import type { NumberReader } from './number-reader.ts';

/** Who is compared with whom: the same kind, sequence and group (§7). */
export function peerKey(subject: Subject): string {
  return JSON.stringify([subject.kind, subject.sequence ?? null, subject.group ?? null]);
}

/** Measures of everybody, for the families that score against others; read before anyone is scored. */
export class PeerMeasures {
  readonly #peers = new Map<number, Map<string, Peers>>();

  constructor(grouped: GroupedFacts, rules: CompiledRuleSet, numbers: NumberReader, refusals: Refusals) {
    for (const { index, family, source } of rules.indicators) {
      if (family.kind !== 'measure' || family.peers === null) continue;
      const values = new Map<string, Exact[]>();
      for (const [at, subject] of grouped.subjects.entries()) {
        if ((subject.status ?? 'normal') !== 'normal' || !appliesTo(source, subject)) continue;
        const entries = measuresOf(grouped, at, index);
        if (entries === null) continue;
        const read = family.measure(entries, null, numbers, refusals);
        const measured = read ?? (family.absent === 'zero' ? { value: ZERO } : null);
        if (measured === null) continue;
        const key = peerKey(subject);
        const list = values.get(key);
        if (list === undefined) values.set(key, [measured.value]);
        else list.push(measured.value);
      }
      const sense = family.peers === 'high' ? -1 : 1;
      const groups = new Map<string, Peers>();
      for (const [key, list] of values) {
        list.sort((a, b) => compare(a, b) * sense);
        groups.set(key, { ordered: list, mean: meanOf(list) });
      }
      this.#peers.set(index, groups);
    }
  }

  of(indicator: number, subject: Subject): Peers | null {
    return this.#peers.get(indicator)?.get(peerKey(subject)) ?? null;
  }
}

function measuresOf(grouped: GroupedFacts, subject: number, indicator: number) {
  const { order, starts, columns, indicatorAt } = grouped;
  const entries = [];
  let exempt = false;
  for (let at = starts[subject] ?? 0; at < (starts[subject + 1] ?? 0); at++) {
    const position = order[at] ?? 0;
    if (indicatorAt[columns.indicator[position] ?? -1] !== indicator) continue;
    if (((columns.marks[position] ?? 0) & REVERSED) !== 0) continue;
    const entry = columns.entry(position);
    if (entry.kind === 'measure') entries.push(entry);
    if (entry.kind === 'exemption') exempt = true;
  }
  return exempt ? null : entries;
}
