/** Names of scripts, commands and paths that a Markdown text promises to its reader. */
export interface Promised {
  readonly scripts: readonly string[];
  readonly commands: readonly string[];
  readonly paths: readonly string[];
}

/** npm's own words that are not scripts of ours. */
const NPM_WORDS = new Set(['ci', 'i', 'install', 'run', 'exec', 'view', 'audit', 'ls', 'version']);
const SHORT_SCRIPTS = /\bnpm (start|test)\b/g;
const LONG_SCRIPTS = /\bnpm run ([\w:-]+)/g;
const COMMANDS = /\bmingji ([a-z][\w-]*)/g;
const LINKS = /\]\(([^)\s]+)\)/g;
const PATH = /^[\w.@-]+(?:\/[\w.@<>*{},-]+)*\/?$/;

/** Only what stands in code or in a link is a promise; prose may speak of anything. */
export function promisedBy(markdown: string, topLevel: ReadonlySet<string>): Promised {
  const code = codeIn(markdown);
  const words = code.flatMap((piece) => piece.split(/[\s,;"'()|=]+/));
  const links = [...markdown.matchAll(LINKS)].map((match) => match[1] ?? '');
  return {
    scripts: code
      .flatMap((piece) => [...all(SHORT_SCRIPTS, piece), ...all(LONG_SCRIPTS, piece)])
      .filter(notNpm),
    commands: code.flatMap((piece) => all(COMMANDS, piece)),
    paths: [
      ...words.filter(
        (word) => PATH.test(word) && word.includes('/') && topLevel.has(word.split('/')[0] ?? ''),
      ),
      ...links.filter((link) => !/^(https?:|mailto:|#)/.test(link)).map((link) => link.replace(/#.*$/, '')),
    ],
  };
}

function codeIn(markdown: string): string[] {
  const fences = [...markdown.matchAll(/```[^\n]*\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
  const prose = markdown.replace(/```[\s\S]*?```/g, '');
  const spans = [...prose.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');
  return [...fences.flatMap((fence) => fence.split('\n')), ...spans];
}

function all(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

function notNpm(word: string): boolean {
  return !NPM_WORDS.has(word);
}
