import { parseDecimal } from '../kernel/exact-text.ts';
import { parseInstant } from '../kernel/instant.ts';
import type { Refusals } from '../kernel/refusal.ts';
import { toScaled } from '../kernel/scaled.ts';
import type { CompiledRuleSet } from '../rules/compile.ts';
import { ENTRY_KINDS, type EntryKind, type FactEntry, type Facts } from '../rules/facts.ts';
import { IdIndex } from '../rules/id-index.ts';
import { refuseUnknown } from '../rules/side-facts.ts';
import {
  DETAILED,
  Dictionary,
  type EntryColumns,
  emptyColumns,
  PLAIN,
  QUANTITY_SCALE,
  REVERSED,
} from './entry-columns.ts';

const KIND_CODES = new Map<EntryKind, number>(ENTRY_KINDS.map((kind, code) => [kind, code]));

/** Reads entries written as objects into columns; what cannot stand is refused here, at the door. */
export function readEntries(
  facts: Facts,
  subjects: ReadonlyMap<string, number>,
  rules: CompiledRuleSet,
  refusals: Refusals,
): EntryColumns {
  const { entries } = facts;
  const columns = emptyColumns(entries.length);
  const byId = new IdIndex(entries.length, (position) => entries[position]?.id ?? '');
  const quantities = new QuantityReader();
  const events = new Dictionary();
  const matters = new Dictionary();
  const reversals: number[] = [];
  let lastAt = '';
  let lastTime = 0;
  for (const [position, entry] of entries.entries()) {
    if (!byId.add(entry.id, position)) refuseDuplicate(entry, refusals);
    columns.subject[position] = known('subject', entry.subject, subjects, entry, refusals);
    columns.indicator[position] = known('indicator', entry.indicator, rules.indexOf, entry, refusals);
    columns.kind[position] = KIND_CODES.get(entry.kind) ?? 0;
    if (entry.event !== undefined) columns.event[position] = 1 + events.of(entry.event);
    if (entry.quantity !== undefined) columns.quantity[position] = quantities.read(entry.quantity);
    if (entry.matter !== undefined) columns.matter[position] = matters.of(entry.matter);
    columns.marks[position] = isDetailed(entry) ? DETAILED : PLAIN;
    if (entry.at !== lastAt) {
      lastAt = entry.at;
      lastTime = timeOf(entry, refusals);
    }
    columns.at[position] = lastTime;
    if ((entry.kind === 'reversal') !== (entry.reverses !== undefined)) refuseMalformed(entry, refusals);
    if (entry.reverses !== undefined) reversals.push(position);
  }
  const reversedBy = findReversed(entries, reversals, byId, refusals);
  for (const position of reversedBy.keys()) columns.marks[position] = DETAILED | REVERSED;
  return {
    ...columns,
    subjects: facts.subjects.map((subject) => subject.id),
    indicators: rules.indicators.map((indicator) => indicator.source.code),
    events: events.texts,
    matters: matters.texts.length,
    reversedBy,
    entry: (position) => entryAt(entries, position),
  };
}

function entryAt(entries: readonly FactEntry[], position: number): FactEntry {
  const entry = entries[position];
  if (entry === undefined) throw new RangeError(`no entry at ${position}`);
  return entry;
}

/** What makes points depend on more than event and quantity. */
function isDetailed(entry: FactEntry): boolean {
  return entry.points !== undefined || entry.role !== undefined || entry.multipliers !== undefined;
}

/** Quantities in ten-thousandths; a million entries write few different ones. */
class QuantityReader {
  readonly #known = new Map<string, number>();

  read(text: string): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const value = parseDecimal(text);
    const scaled = value === undefined ? Number.NaN : toScaled(value, QUANTITY_SCALE);
    const quantity = scaled >= 0 ? scaled : Number.NaN;
    if (this.#known.size < 10_000) this.#known.set(text, quantity);
    return quantity;
  }
}

function known(
  kind: 'subject' | 'indicator',
  id: string,
  index: ReadonlyMap<string, number>,
  entry: FactEntry,
  refusals: Refusals,
): number {
  const found = index.get(id);
  if (found === undefined) refuseUnknown(kind, id, `entries[${entry.id}]`, refusals);
  return found ?? -1;
}

function timeOf(entry: FactEntry, refusals: Refusals): number {
  const time = parseInstant(entry.at);
  if (time === undefined) {
    refusals.add(
      'timeMalformed',
      `entries[${entry.id}].at`,
      `记录 ${entry.id} 的时间“${entry.at}”应写成 2026-09-25 或 2026-09-25T09:30:00+08:00`,
    );
  }
  return time ?? 0;
}

function refuseDuplicate(entry: FactEntry, refusals: Refusals): void {
  refusals.add(
    'entryDuplicate',
    `entries[${entry.id}].id`,
    `记录编号“${entry.id}”出现两次，同一记录只能计一次`,
  );
}

function refuseMalformed(entry: FactEntry, refusals: Refusals): void {
  refusals.add(
    'reversalMalformed',
    `entries[${entry.id}].reverses`,
    `记录 ${entry.id}：冲销记录（且只有冲销记录）须写明 reverses`,
  );
}

function findReversed(
  entries: readonly FactEntry[],
  reversals: readonly number[],
  byId: IdIndex,
  refusals: Refusals,
): Map<number, string> {
  const reversedBy = new Map<number, string>();
  for (const position of reversals) {
    const reversal = entryAt(entries, position);
    const path = `entries[${reversal.id}].reverses`;
    const at = byId.get(reversal.reverses ?? '');
    const target = at === undefined ? undefined : entries[at];
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
