interface DuplicateKey {
  readonly key: string;
  readonly offset: number;
}

/** The keys of one object; most objects have a handful, so that a list is faster than a set. */
class Keys {
  readonly #few: string[] = [];
  #many: Set<string> | null = null;

  /** False: the key was there already. */
  add(key: string): boolean {
    if (this.#many !== null) return this.#many.size < this.#many.add(key).size;
    if (this.#few.includes(key)) return false;
    this.#few.push(key);
    if (this.#few.length > 32) this.#many = new Set(this.#few);
    return true;
  }
}

/** The offset of the quote that closes the string opened at `start`. */
function closingQuote(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

/**
 * The first key an object of a JSON text holds twice. JSON.parse takes the last of them silently: a person who wrote
 * `used` twice would get a number without a word. The text must be sound JSON.
 */
export function duplicateKey(text: string): DuplicateKey | null {
  /** The keys of the open objects, null for the open lists. */
  const open: (Keys | null)[] = [];
  let isKeyNext = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '{' || sign === '[') {
      isKeyNext = sign === '{';
      open.push(isKeyNext ? new Keys() : null);
    } else if (sign === '}' || sign === ']') {
      open.pop();
      isKeyNext = false;
    } else if (sign === ',') isKeyNext = open.at(-1) !== null;
    else if (sign === '"') {
      const end = closingQuote(text, at);
      const keys = open.at(-1);
      if (isKeyNext && keys) {
        const written = text.slice(at + 1, end);
        const key = written.includes('\\') ? String(JSON.parse(`"${written}"`)) : written;
        if (!keys.add(key)) return { key, offset: at };
      }
      isKeyNext = false;
      at = end;
    }
  }
  return null;
}
