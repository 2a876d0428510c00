import { basename } from 'node:path';

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

const CODE = /\.(ts|tsx|mts|mjs|sql|css)$/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const EMPTY_NAMES = /(^data|(^|-)(utils?|helpers?|managers?))\./;
export const LONGEST_FILE = 300;

export function isCode(path: string): boolean {
  return CODE.test(path) && !path.includes('.generated.');
}

export function badName(path: string): boolean {
  const name = basename(path);
  return isCode(path) && (!KEBAB.test(name) || EMPTY_NAMES.test(name));
}

export function lineCount(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

/** Words are put together here so that this file does not hold what it looks for. */
const LEFTOVERS = new RegExp(
  `\\b(${['TO', 'FIX'].map((half, i) => half + ['DO', 'ME'][i]).join('|')}|X{3})\\b`,
);
const MACHINE_PATHS = new RegExp(`(^|[\\s"'\`(=])/(${['work', 'tmp', 'home', 'Users'].join('|')})/`);
const REGISTRY = new RegExp(
  `https?://[^\\s"'\`)]*(${['regis' + 'try', 'mir' + 'ror', 'np' + 'mjs'].join('|')})`,
);
const NEIGHBOUR = new RegExp(`\\.\\./${'sha' + 'red'}(/|\\b)`);

/** What must not be in any file: half-done work, paths and hosts of somebody's machine. */
export function leftovers({ path, text }: TextFile): string[] {
  const found: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    for (const [what, pattern] of Object.entries({ LEFTOVERS, MACHINE_PATHS, REGISTRY, NEIGHBOUR })) {
      if (pattern.test(line)) found.push(`${path}:${index + 1} ${what}`);
    }
  }
  return found;
}
