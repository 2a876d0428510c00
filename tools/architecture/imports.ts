import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { ROOT } from '../repository.ts';

export interface SourceFile {
  /** From the repository's root. */
  readonly path: string;
  readonly text: string;
}

export function readSource(path: string): SourceFile {
  return { path, text: readFileSync(join(ROOT, path), 'utf8') };
}

const STATEMENT = /(?:^|\n)\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]/g;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Everything a file imports, as written. */
export function importsOf(file: SourceFile): string[] {
  const code = withoutComments(file.text);
  return [STATEMENT, DYNAMIC].flatMap((pattern) =>
    [...code.matchAll(pattern)].map((match) => match[1] ?? ''),
  );
}

/** Comments name what is forbidden when they explain why; only code may not. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{(,])\/\/[^\n]*/g, '$1');
}

export function isRelative(specifier: string): boolean {
  return specifier.startsWith('.');
}

/** `@scope/name/deep` → `@scope/name`; `name/deep` → `name`; `node:fs` stays. */
export function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** The repository path a relative import leads to. */
export function target(file: SourceFile, specifier: string): string {
  return posix.normalize(posix.join(dirname(file.path), specifier));
}
