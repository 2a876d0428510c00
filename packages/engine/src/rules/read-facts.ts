import { parseInstant } from '../kernel/instant.ts';
import type { Refusals } from '../kernel/refusal.ts';
import { appliesTo, type CompiledRuleSet } from './compile.ts';
import type { EntryReader } from './entry-reader.ts';
import type { FactEntry, Facts, Subject } from './facts.ts';
import { IdIndex } from './id-index.ts';
import type { NumberReader } from './number-reader.ts';
import { PlainSums } from './plain-sums.ts';
import { readSideFacts, refuseUnknown, type SideFacts } from './side-facts.ts';

/** Facts grouped for the loop over subjects: entries of one subject lie side by side. */
export interface GroupedFacts extends SideFacts {
  readonly subjects: readonly Subject[];
  /** Entry positions of subject s: order[starts[s]] … order[starts[s + 1] - 1]. */
  readonly order: Uint32Array;
  readonly starts: Uint32Array;
  /** Indicator index of every entry. */
  readonly indicatorOf: Int32Array;
  /** Entry position → id of the reversal that cancelled it; absent when it stands. */
  readonly reversedBy: ReadonlyMap<number, string>;
  /** Entries already counted while reading; they are in no group. */
  readonly plain: PlainSums;
}

function indexSubjects(facts: Facts, refusals: Refusals): Map<string, number> {
  const index = new Map<string, number>();
  for (const [at, subject] of facts.subjects.entries()) {
    if (index.has(subject.id)) {
      refusals.add(
        'subjectDuplicate',
        `subjects[${at}].id`,
        `对象“${subject.id}”在名单中出现两次，请去掉一个`,
      );
    }
    index.set(subject.id, at);
  }
  return index;
}

function checkEntry(
  entry: FactEntry,
  indicator: number,
  subject: Subject,
  rules: CompiledRuleSet,
  refusals: Refusals,
) {
  const compiled = rules.indicators[indicator];
  if (compiled === undefined) return;
  const { source, family } = compiled;
  const takes = family.kind === 'event' ? 'event' : family.takes;
  const common = entry.kind === 'adjustment' || entry.kind === 'exemption' || entry.kind === 'reversal';
  const path = () => `entries[${entry.id}]`;
  if (!common && entry.kind !== takes) {
    refusals.add(
      'kindMismatch',
      `${path()}.kind`,
      `记录 ${entry.id} 的种类是 ${entry.kind}，指标“${source.name}”只接受 ${takes}（以及 adjustment、exemption、reversal）`,
      source.clause,
    );
  }
  if (source.subjects !== undefined && !appliesTo(source, subject)) {
    refusals.add(
      'indicatorNotForSubject',
      `${path()}.indicator`,
      `指标“${source.name}”不适用于对象“${subject.id}”，请核对记录 ${entry.id}`,
      source.clause,
    );
  }
  if ((entry.kind === 'reversal') !== (entry.reverses !== undefined)) {
    refusals.add(
      'reversalMalformed',
      `${path()}.reverses`,
      `记录 ${entry.id}：冲销记录（且只有冲销记录）须写明 reverses`,
    );
  }
  if (entry.kind === 'adjustment' && entry.points === undefined) {
    refusals.add('pointsMissing', `${path()}.points`, `调整记录 ${entry.id} 没有写明分值 points`);
  }
}

interface Indexed {
  readonly byId: IdIndex;
  readonly subjectOf: Int32Array;
  readonly indicatorOf: Int32Array;
  readonly reversals: readonly number[];
}

function indexEntries(
  facts: Facts,
  subjects: Map<string, number>,
  rules: CompiledRuleSet,
  refusals: Refusals,
): Indexed {
  const { entries } = facts;
  const byId = new IdIndex(entries.length, (position) => entries[position]?.id ?? '');
  const subjectOf = new Int32Array(entries.length).fill(-1);
  const indicatorOf = new Int32Array(entries.length).fill(-1);
  const reversals: number[] = [];
  let lastAt = '';
  for (let position = 0; position < entries.length; position++) {
    const entry = entries[position];
    if (entry === undefined) continue;
    if (!byId.add(entry.id, position)) {
      refusals.add(
        'entryDuplicate',
        `entries[${entry.id}].id`,
        `记录编号“${entry.id}”出现两次，同一记录只能计一次`,
      );
    }
    const subject = subjects.get(entry.subject);
    const indicator = rules.indexOf.get(entry.indicator);
    if (subject === undefined) refuseUnknown('subject', entry.subject, `entries[${entry.id}]`, refusals);
    else subjectOf[position] = subject;
    if (indicator === undefined)
      refuseUnknown('indicator', entry.indicator, `entries[${entry.id}]`, refusals);
    else indicatorOf[position] = indicator;
    const of = subject === undefined ? undefined : facts.subjects[subject];
    if (of !== undefined && indicator !== undefined) checkEntry(entry, indicator, of, rules, refusals);
    if (entry.reverses !== undefined) reversals.push(position);
    if (entry.at !== lastAt) {
      lastAt = entry.at;
      if (parseInstant(lastAt) === undefined) {
        refusals.add(
          'timeMalformed',
          `entries[${entry.id}].at`,
          `记录 ${entry.id} 的时间“${entry.at}”应写成 2026-09-25 或 2026-09-25T09:30:00+08:00`,
        );
      }
    }
  }
  return { byId, subjectOf, indicatorOf, reversals };
}

function findReversed(facts: Facts, indexed: Indexed, refusals: Refusals): Map<number, string> {
  const reversedBy = new Map<number, string>();
  for (const position of indexed.reversals) {
    const reversal = facts.entries[position];
    if (reversal === undefined) continue;
    const path = `entries[${reversal.id}].reverses`;
    const at = indexed.byId.get(reversal.reverses ?? '');
    const target = at === undefined ? undefined : facts.entries[at];
    if (at === undefined || target === undefined) {
      refusals.add(
        'reversedUnknown',
        path,
        `记录 ${reversal.id} 要冲销的“${reversal.reverses ?? ''}”不在本周期内；已封存周期的更正请记调整记录`,
      );
    } else if (target.kind === 'reversal') {
      refusals.add('reversedTwice', path, `记录 ${reversal.id} 要冲销的是一条冲销记录；请另记一条新记录`);
    } else if (reversedBy.has(at)) {
      refusals.add('reversedTwice', path, `记录“${target.id}”已被 ${reversedBy.get(at)} 冲销，不能再次冲销`);
    } else if (target.subject !== reversal.subject || target.indicator !== reversal.indicator) {
      refusals.add('reversalMismatch', path, `冲销记录 ${reversal.id} 与“${target.id}”的对象或指标不一致`);
    } else reversedBy.set(at, reversal.id);
  }
  return reversedBy;
}

/**
 * Counts the entries that stand alone right away and takes them out of the groups: additive families, no matter
 * key, not reversed, and nobody asked for the trace.
 */
function countPlain(
  facts: Facts,
  indexed: Indexed,
  reversedBy: ReadonlyMap<number, string>,
  rules: CompiledRuleSet,
  reader: EntryReader,
  isTraced: (subject: Subject) => boolean,
): PlainSums {
  const { subjectOf, indicatorOf } = indexed;
  const traced = Uint8Array.from(facts.subjects, (subject) => (isTraced(subject) ? 1 : 0));
  const sums = new PlainSums(facts.subjects.length, rules.indicators.length);
  for (let position = 0; position < subjectOf.length; position++) {
    const subject = subjectOf[position] ?? -1;
    const indicator = rules.indicators[indicatorOf[position] ?? -1];
    if (subject < 0 || indicator === undefined || traced[subject] === 1) continue;
    const { family } = indicator;
    const entry = facts.entries[position];
    if (family.kind !== 'event' || !family.additive || entry === undefined) continue;
    if (entry.kind !== 'event' || entry.matter !== undefined) continue;
    if (reversedBy.size > 0 && reversedBy.has(position)) continue;
    const points = reader.points(entry, indicator, family);
    if (sums.add(subject, indicator.index, points)) subjectOf[position] = -1;
  }
  return sums;
}

/** Counting sort by subject: one pass to count, one to place. */
function groupBySubject(
  subjectOf: Int32Array,
  subjects: number,
): { order: Uint32Array; starts: Uint32Array } {
  const starts = new Uint32Array(subjects + 1);
  for (const subject of subjectOf) if (subject >= 0) starts[subject + 1] = (starts[subject + 1] ?? 0) + 1;
  for (let s = 0; s < subjects; s++) starts[s + 1] = (starts[s + 1] ?? 0) + (starts[s] ?? 0);
  const next = starts.slice();
  const order = new Uint32Array(starts[subjects] ?? 0);
  for (let position = 0; position < subjectOf.length; position++) {
    const subject = subjectOf[position] ?? -1;
    if (subject < 0) continue;
    const at = next[subject] ?? 0;
    order[at] = position;
    next[subject] = at + 1;
  }
  return { order, starts };
}

/** Checks and groups the facts; what is wrong is added to `refusals`. */
export function readFacts(
  facts: Facts,
  rules: CompiledRuleSet,
  numbers: NumberReader,
  refusals: Refusals,
  reader: EntryReader,
  isTraced: (subject: Subject) => boolean,
): GroupedFacts {
  const subjects = indexSubjects(facts, refusals);
  const indexed = indexEntries(facts, subjects, rules, refusals);
  const reversedBy = findReversed(facts, indexed, refusals);
  const plain = countPlain(facts, indexed, reversedBy, rules, reader, isTraced);
  const { order, starts } = groupBySubject(indexed.subjectOf, facts.subjects.length);
  return {
    subjects: facts.subjects,
    order,
    starts,
    indicatorOf: indexed.indicatorOf,
    reversedBy,
    plain,
    ...readSideFacts(facts, subjects, rules, numbers, refusals),
  };
}
