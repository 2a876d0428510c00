import { parseDecimal, parseExact, toText } from '../kernel/exact-text.ts';
import { type CanonicalValue, canonicalJson } from './canonical-json.ts';
import { utf8 } from './utf8.ts';

/** A ledger entry as it is hashed (§15). Absent fields are null, never left out: absence is content too. */
export interface LedgerEntry {
  readonly id: string;
  readonly bureau: string;
  readonly subjectKind: string;
  readonly subject: string;
  readonly indicator: string;
  readonly period: string;
  readonly kind: string;
  readonly event: string | null;
  readonly matter: string | null;
  /** What was chosen in a band, shared or adjusted; decimal text or null. */
  readonly points: string | null;
  /** What the rule gave for the entry when it was booked; decimal text or null. */
  readonly booked: string | null;
  readonly quantity: string | null;
  readonly of: string | null;
  /** Codes of multipliers; their order has no meaning. */
  readonly multipliers: readonly string[];
  readonly role: string | null;
  readonly group: string | null;
  readonly dueOn: string | null;
  readonly doneOn: string | null;
  readonly occurredOn: string;
  /** Where it came from: the submission, posting, appeal or import, and its id. */
  readonly source: string;
  readonly sourceId: string | null;
  /** Content hashes of the attachments. */
  readonly evidence: readonly string[];
  readonly by: string;
  /** ISO instant in UTC with milliseconds. */
  readonly at: string;
  readonly reason: string | null;
  readonly clause: string | null;
  readonly ruleSetVersion: string;
  readonly reverses: string | null;
  readonly requestId: string;
}

export const ENTRY_FORMAT = 'mingji/entry@1';

/** `-1.50` and `-1.5` are one number and must be one sequence of bytes. */
export function normalizedDecimal(text: string): string {
  const value = parseDecimal(text) ?? parseExact(text);
  if (value === undefined) throw new TypeError(`not an exact number: ${text}`);
  return toText(value);
}

function decimalOrNull(text: string | null): string | null {
  return text === null ? null : normalizedDecimal(text);
}

/** The content that is hashed: fixed fields, decimals normalised, evidence in order of its hashes. */
export function canonicalEntry(entry: LedgerEntry): { readonly [key: string]: CanonicalValue } {
  return {
    format: ENTRY_FORMAT,
    id: entry.id,
    bureau: entry.bureau,
    subjectKind: entry.subjectKind,
    subject: entry.subject,
    indicator: entry.indicator,
    period: entry.period,
    kind: entry.kind,
    event: entry.event,
    matter: entry.matter,
    points: decimalOrNull(entry.points),
    booked: decimalOrNull(entry.booked),
    quantity: decimalOrNull(entry.quantity),
    of: decimalOrNull(entry.of),
    multipliers: [...entry.multipliers].sort(),
    role: entry.role,
    group: entry.group,
    dueOn: entry.dueOn,
    doneOn: entry.doneOn,
    occurredOn: entry.occurredOn,
    source: entry.source,
    sourceId: entry.sourceId,
    evidence: [...entry.evidence].sort(),
    by: entry.by,
    at: entry.at,
    reason: entry.reason,
    clause: entry.clause,
    ruleSetVersion: entry.ruleSetVersion,
    reverses: entry.reverses,
    requestId: entry.requestId,
  };
}

/** The canonical text of `mingji/entry@1`; what is hashed is its UTF-8. */
export function entryText(entry: LedgerEntry): string {
  return canonicalJson(canonicalEntry(entry));
}

/** The bytes of `mingji/entry@1`: UTF-8 of the canonical JSON. Frozen; a golden test pins them. */
export function entryBytes(entry: LedgerEntry): Uint8Array {
  return utf8(entryText(entry));
}
