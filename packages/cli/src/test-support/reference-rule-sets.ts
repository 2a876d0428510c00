import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasUpper, parseFacts, parseLowerPart, parseRuleSet } from '@mingji/contract';
import { type Facts, inherit, type LowerPart, type Result, type RuleSet } from '@mingji/engine';
import { parse } from 'yaml';
import { readData } from '../read-data.ts';

const ROOT = fileURLToPath(new URL('../../../../rule-sets/', import.meta.url));

export interface ReferenceSet {
  /** The folder below `rule-sets/`; tests never say which. */
  readonly folder: string;
  /** What the file itself says of clauses; a lower method says only its own. */
  readonly own: RuleSet | LowerPart;
  /** Made whole from what is above it (§16). */
  readonly whole: RuleSet;
  /** The method above it, whole. */
  readonly upper: RuleSet | null;
}

function taken<T>(result: Result<T>, where: string): T {
  if (result.ok) return result.value;
  throw new Error(`${where}: ${result.refusals.map(({ path, message }) => `${path} ${message}`).join('; ')}`);
}

/** The demo's plan is no rule and may use YAML's references. */
export function demoPlan(): unknown {
  return parse(readFileSync(join(ROOT, 'demo.yaml'), 'utf8'));
}

function readReference(path: string): unknown {
  const file = join(ROOT, path);
  return taken(readData(readFileSync(file, 'utf8'), path, path), path);
}

/** Every method of the folder, upper ones before lower ones, whatever they are called. */
export function referenceSets(): readonly ReferenceSet[] {
  const byId = new Map<string, RuleSet>();
  const paths = globSync('**/rule-set.yaml', { cwd: ROOT }).sort(
    (a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1),
  );
  return paths.map((path) => {
    const data = readReference(path);
    const own = hasUpper(data) ? taken(parseLowerPart(data), path) : taken(parseRuleSet(data), path);
    const whole = wholeOf(own, byId, path);
    byId.set(whole.id, whole);
    return { folder: dirname(path), own, whole, upper: byId.get(own.extends?.id ?? '') ?? null };
  });
}

function wholeOf(own: RuleSet | LowerPart, byId: ReadonlyMap<string, RuleSet>, path: string): RuleSet {
  if (own.extends === undefined) return own as RuleSet;
  const upper = byId.get(own.extends.id);
  if (upper === undefined) throw new Error(`${path} names no method above it: ${own.extends.id}`);
  return taken(inherit(upper, own as LowerPart), path);
}

/** The worked example beside a method, where there is one. */
export function exampleFacts(folder: string): Facts | null {
  const name = ['facts.yaml', 'facts.json'].find((each) => existsSync(join(ROOT, folder, each)));
  return name === undefined ? null : taken(parseFacts(readReference(join(folder, name))), folder);
}

export function expectedResults(folder: string): unknown {
  const path = join(folder, 'expected.yaml');
  return existsSync(join(ROOT, path)) ? readReference(path) : null;
}
