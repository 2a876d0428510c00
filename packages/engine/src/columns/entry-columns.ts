import type { FactEntry } from '../rules/facts.ts';

/** Quantities are kept in exact ten-thousandths; what does not fit is read from the entry itself. */
export const QUANTITY_SCALE = 10_000;

/** Nothing but event and quantity decides the entry's points. */
export const PLAIN = 0;
/** Chosen points, a role, multipliers, dates …: the entry itself must be read. */
export const DETAILED = 1;
/** Another entry cancels this one. */
export const REVERSED = 2;

/**
 * Entries as columns: one position, one entry. A year of a city has 1.5 million of them; as numbers they are read in
 * milliseconds, as objects in seconds. Whoever makes the columns has checked that ids are unique, that times can be
 * read and that reversals point at entries of the same subject and indicator.
 */
export interface EntryColumns {
  readonly size: number;
  /** Position in the list of periods that is evaluated with these columns. */
  readonly period: Uint16Array;
  /** Positions in `subjects`, `indicators`. */
  readonly subject: Int32Array;
  readonly indicator: Int32Array;
  /** Position in ENTRY_KINDS. */
  readonly kind: Uint8Array;
  /** 0: no event is named; else 1 + the position in `events`. */
  readonly event: Int32Array;
  /** In ten-thousandths, 1 where none is written; NaN: does not fit, is negative or malformed. */
  readonly quantity: Float64Array;
  /** A number for each matter key; -1: none. */
  readonly matter: Int32Array;
  /** Milliseconds, for ordering only. */
  readonly at: Float64Array;
  /** PLAIN, or DETAILED and REVERSED together. */
  readonly marks: Uint8Array;
  readonly subjects: readonly string[];
  readonly indicators: readonly string[];
  readonly events: readonly string[];
  /** How many different matters there are. */
  readonly matters: number;
  /** Position of a reversed entry → id of the reversal. */
  readonly reversedBy: ReadonlyMap<number, string>;
  /** The whole entry, made when somebody asks for it. */
  entry(position: number): FactEntry;
}

/** Empty columns of a size, to be filled by a reader. */
export function emptyColumns(size: number) {
  return {
    size,
    period: new Uint16Array(size),
    subject: new Int32Array(size),
    indicator: new Int32Array(size),
    kind: new Uint8Array(size),
    event: new Int32Array(size),
    quantity: new Float64Array(size).fill(QUANTITY_SCALE),
    matter: new Int32Array(size).fill(-1),
    at: new Float64Array(size),
    marks: new Uint8Array(size),
  };
}

/** Numbers texts in the order of their first appearance. */
export class Dictionary {
  readonly texts: string[] = [];
  readonly #known = new Map<string, number>();

  of(text: string): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const next = this.texts.length;
    this.#known.set(text, next);
    this.texts.push(text);
    return next;
  }
}
