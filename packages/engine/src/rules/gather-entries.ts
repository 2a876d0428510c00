import { REVERSED } from '../columns/entry-columns.ts';
import { ZERO } from '../kernel/exact.ts';
import type { CompiledIndicator, CompiledRuleSet } from './compile.ts';
import { compareEntries } from './entry-order.ts';
import type { EntryReader } from './entry-reader.ts';
import type { EntryOutcome } from './evaluation.ts';
import type { FactEntry } from './facts.ts';
import { distinctOccurrences } from './families/escalation.ts';
import type { EventFamily, LiveEntry } from './families/family.ts';
import type { GroupedFacts } from './grouped-facts.ts';
import { countsRepeats, dayOf } from './multipliers.ts';

/** The entries of one subject, by indicator. */
export interface Gathered {
  readonly events: readonly LiveEntry[][];
  readonly adjustments: readonly LiveEntry[][];
  readonly measures: readonly FactEntry[][];
  readonly exemptions: (FactEntry | null)[];
  /** Those that carry a matter key. */
  readonly withMatter: LiveEntry[];
}

function newGathered(size: number): Gathered {
  const lists = <T>(): T[][] => Array.from({ length: size }, () => []);
  return {
    events: lists(),
    adjustments: lists(),
    measures: lists(),
    exemptions: new Array<FactEntry | null>(size).fill(null),
    withMatter: [],
  };
}

/** Of two exemptions the earlier is the one that is shown, whatever the order of input. */
function earlier(known: FactEntry | null | undefined, entry: FactEntry): FactEntry {
  return known === null || known === undefined || compareEntries(entry, known) < 0 ? entry : known;
}

/** Reads the entries of one subject after another, reusing its lists. */
export class EntryGatherer {
  readonly #grouped: GroupedFacts;
  readonly #rules: CompiledRuleSet;
  readonly #reader: EntryReader;
  readonly #gathered: Gathered;

  constructor(grouped: GroupedFacts, rules: CompiledRuleSet, reader: EntryReader) {
    this.#grouped = grouped;
    this.#rules = rules;
    this.#reader = reader;
    this.#gathered = newGathered(rules.indicators.length);
  }

  /** The lists are valid until the next call. */
  gather(subject: number, wantsDetail: boolean): Gathered {
    const gathered = this.#gathered;
    this.#clear();
    this.#reader.context.wantsDetail = wantsDetail;
    const { order, starts, columns, indicatorAt } = this.#grouped;
    const ordered = new Map<CompiledIndicator, EventFamily>();
    for (let at = starts[subject] ?? 0; at < (starts[subject + 1] ?? 0); at++) {
      const position = order[at] ?? 0;
      const index = indicatorAt[columns.indicator[position] ?? -1] ?? -1;
      const indicator = this.#rules.indicators[index];
      if (indicator === undefined || ((columns.marks[position] ?? 0) & REVERSED) !== 0) continue;
      const entry = columns.entry(position);
      if (entry.kind === 'exemption') gathered.exemptions[index] = earlier(gathered.exemptions[index], entry);
      else if (entry.kind === 'adjustment')
        this.#push(gathered.adjustments, this.#reader.adjustment(entry, index));
      else if (entry.kind !== 'event') gathered.measures[index]?.push(entry);
      else if (indicator.family.kind === 'event') {
        const family = indicator.family;
        const inOrder = family.ordered || countsRepeats(indicator.multipliers);
        if (inOrder) ordered.set(indicator, family);
        this.#push(gathered.events, this.#reader.live(entry, indicator, inOrder ? null : family));
      }
    }
    for (const [indicator, family] of ordered) this.#readInOrder(indicator, family);
    this.#dropExempt();
    return gathered;
  }

  #clear(): void {
    const { events, adjustments, measures, exemptions, withMatter } = this.#gathered;
    for (const lists of [events, adjustments, measures])
      for (const list of lists) if (list.length > 0) list.length = 0;
    exemptions.fill(null);
    withMatter.length = 0;
  }

  #push(lists: readonly LiveEntry[][], live: LiveEntry): void {
    lists[live.indicator]?.push(live);
    if (live.entry.matter !== undefined) this.#gathered.withMatter.push(live);
  }

  /** Families that count occurrences read them in time; one matter is one occurrence. */
  #readInOrder(indicator: CompiledIndicator, family: EventFamily): void {
    const list = this.#gathered.events[indicator.index] ?? [];
    list.sort((a, b) => compareEntries(a.entry, b.entry));
    const occurrences = distinctOccurrences(list);
    const numbered = new Map(occurrences.map((live, at) => [live.entry.matter ?? live, at] as const));
    const { context } = this.#reader;
    for (const live of list) {
      const at = numbered.get(live.entry.matter ?? live) ?? 0;
      const [own, before] = [occurrences[at], occurrences[at - 1]];
      context.nth = at + 1;
      context.since =
        own === undefined || before === undefined ? null : dayOf(own.entry) - dayOf(before.entry);
      Object.assign(live, this.#reader.live(live.entry, indicator, family));
    }
    context.since = null;
  }

  /** What an exempted indicator holds against nobody may not stand in for anything else either. */
  #dropExempt(): void {
    const { exemptions, withMatter } = this.#gathered;
    const kept = withMatter.filter((live) => exemptions[live.indicator] === null);
    withMatter.length = 0;
    withMatter.push(...kept);
  }

  /** What became of every entry of the subject, reversed ones included (P13: visible at once). */
  outcomes(subject: number): readonly EntryOutcome[] {
    const { order, starts, columns } = this.#grouped;
    const codes = this.#rules.indicators;
    const outcomes: EntryOutcome[] = [];
    for (const list of [...this.#gathered.events, ...this.#gathered.adjustments]) {
      for (const live of list) {
        const exempt = this.#gathered.exemptions[live.indicator] !== null;
        outcomes.push({
          id: live.entry.id,
          indicator: codes[live.indicator]?.source.code ?? '',
          points: live.points,
          counted: exempt ? ZERO : live.counted,
          ...(live.standsIn === null ? {} : { standsIn: live.standsIn }),
        });
      }
    }
    for (let at = starts[subject] ?? 0; at < (starts[subject + 1] ?? 0); at++) {
      const position = order[at] ?? 0;
      const by = columns.reversedBy.get(position);
      if (by === undefined) continue;
      const entry = columns.entry(position);
      outcomes.push({
        id: entry.id,
        indicator: entry.indicator,
        points: ZERO,
        counted: ZERO,
        reversedBy: by,
      });
    }
    return outcomes.sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}
