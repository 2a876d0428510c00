import { readFileSync } from 'node:fs';

const repositoryFile = (path: string): string =>
  readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');

const [, rules = '', facts = ''] =
  /mingji evaluate (rule-sets\S+) (rule-sets\S+)/.exec(repositoryFile('docs/rule-set-format.md')) ?? [];

/** The method and the facts that the handbook page runs, under the names the tests give them. */
export const handbookExample: Readonly<Record<'r.yaml' | 'f.json', string>> = {
  'r.yaml': repositoryFile(rules),
  'f.json': repositoryFile(facts),
};
