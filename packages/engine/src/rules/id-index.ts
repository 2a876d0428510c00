/**
 * Positions by id for a million ids: open addressing over one typed array, because a Map of as many strings costs
 * more than the rest of an evaluation. Each slot holds a position and the id's hash, so that a stranger in the slot
 * is recognised without touching its entry.
 */
export class IdIndex {
  readonly #slots: Int32Array;
  readonly #mask: number;
  readonly #idAt: (position: number) => string;

  constructor(size: number, idAt: (position: number) => string) {
    let capacity = 16;
    while (capacity < size * 2) capacity *= 2;
    this.#slots = new Int32Array(capacity * 2);
    this.#mask = capacity - 1;
    this.#idAt = idAt;
  }

  /** Where the id is, or the empty slot it would take. Positions are stored from 1, 0 is empty. */
  #slotOf(id: string, hash: number): number {
    const slots = this.#slots;
    let slot = (hash ^ (hash >>> 15)) & this.#mask;
    for (let stored = slots[slot * 2] ?? 0; stored !== 0; stored = slots[slot * 2] ?? 0) {
      if (slots[slot * 2 + 1] === hash && this.#idAt(stored - 1) === id) return slot;
      slot = (slot + 1) & this.#mask;
    }
    return slot;
  }

  /** False when the id was there already; the first position stays. */
  add(id: string, position: number): boolean {
    const hash = hashOf(id);
    const slot = this.#slotOf(id, hash);
    if (this.#slots[slot * 2] !== 0) return false;
    this.#slots[slot * 2] = position + 1;
    this.#slots[slot * 2 + 1] = hash;
    return true;
  }

  get(id: string): number | undefined {
    const stored = this.#slots[this.#slotOf(id, hashOf(id)) * 2] ?? 0;
    return stored === 0 ? undefined : stored - 1;
  }
}

function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return hash | 0;
}
