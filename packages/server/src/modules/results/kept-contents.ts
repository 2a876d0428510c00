/** What was read and how many bytes it came from. */
export interface Weighed<T> {
  readonly value: T;
  readonly bytes: number;
}

/**
 * What never changes under its key is read once and kept, the longest unused forgotten beyond `most` bytes. Who asks
 * while it is being read waits for the same reading; a reading that failed is not kept.
 */
export class KeptContents<T> {
  readonly #most: number;
  readonly #kept = new Map<string, Promise<Weighed<T>>>();
  readonly #bytes = new Map<string, number>();

  constructor(most: number) {
    this.#most = most;
  }

  async of(key: string, read: () => Promise<Weighed<T>>): Promise<T> {
    const known = this.#kept.get(key);
    const reading = known ?? read();
    this.#kept.delete(key);
    this.#kept.set(key, reading);
    try {
      const { value, bytes } = await reading;
      if (!known) this.#weigh(key, bytes);
      return value;
    } catch (error) {
      if (this.#kept.get(key) === reading) this.#kept.delete(key);
      throw error;
    }
  }

  /** The newest stays, however heavy. */
  #weigh(key: string, bytes: number): void {
    this.#bytes.set(key, bytes);
    let sum = [...this.#bytes.values()].reduce((total, each) => total + each, 0);
    for (const oldest of [...this.#kept.keys()]) {
      if (sum <= this.#most || oldest === key || !this.#bytes.has(oldest)) continue;
      sum -= this.#bytes.get(oldest) ?? 0;
      this.#bytes.delete(oldest);
      this.#kept.delete(oldest);
    }
  }
}
