/** A refusal is a value: what is wrong, where, by which clause, and (in the message) what to do next. */
export interface Refusal {
  readonly code: string;
  /** Chinese, ready to show. */
  readonly message: string;
  /** Where: `modules[0].items[2].marks` or `entries[e-17].points`. */
  readonly path: string;
  readonly clause?: string;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refused(...refusals: readonly Refusal[]): Result<never> {
  return { ok: false, refusals };
}

/** More refusals than this help nobody; the list is cut there (limits on everything). */
const LIMIT = 200;

/** Collects every refusal of a pass, so that a reader sees all of them at once. */
export class Refusals {
  readonly list: Refusal[] = [];

  add(code: string, path: string, message: string, clause?: string): void {
    if (this.list.length >= LIMIT) return;
    this.list.push(clause === undefined ? { code, message, path } : { code, message, path, clause });
  }

  get any(): boolean {
    return this.list.length > 0;
  }
}
