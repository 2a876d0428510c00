import { setTimeout as sleep } from 'node:timers/promises';

/** A pool waits for its last query; what it stands on is stopped after it and ends that query. */
const PATIENCE_MS = 8_000;

/** What was started, ended in the opposite order; also when the start is given up half-way. */
export class Started {
  readonly #ends: (() => Promise<unknown>)[] = [];
  readonly #onLost: (reason: string) => void;
  #closing: Promise<void> | null = null;

  constructor(onLost: (reason: string) => void) {
    this.#onLost = onLost;
  }

  get isClosing(): boolean {
    return this.#closing !== null;
  }

  add(end: () => Promise<unknown>): void {
    this.#ends.push(end);
    // Started after the end was asked for: it is ended at once.
    if (this.#closing !== null) this.#closing = this.#closing.then(() => this.#closeAll());
  }

  /** Something we need has ended by itself. */
  lose(reason: string): void {
    if (!this.isClosing) this.#onLost(reason);
  }

  async close(): Promise<void> {
    this.#closing ??= this.#closeAll();
    await this.#closing;
  }

  async #closeAll(): Promise<void> {
    for (let end = this.#ends.pop(); end !== undefined; end = this.#ends.pop()) {
      const patience = new AbortController();
      await Promise.race([
        end().catch((error: unknown) => console.error(error)),
        sleep(PATIENCE_MS, undefined, { signal: patience.signal }).catch(() => undefined),
      ]);
      patience.abort();
    }
  }
}
