import { hasUpper, parseLowerPart, parseRuleSet } from '@mingji/contract';
import {
  checkInheritance,
  checkRuleSet,
  codedPath,
  inherit,
  type LowerPart,
  type Refusal,
  type Result,
  type RuleSet,
  refused,
} from '@mingji/engine';
import { type CommandIo, readInput } from './command-io.ts';

interface Loaded {
  readonly path: string;
  readonly written: LowerPart | RuleSet;
}

export interface LoadedRuleSet {
  /** Whole: what it takes from above is in it. */
  readonly ruleSet: RuleSet;
  /** The method it is under, whole; null for one that is under none. */
  readonly upper: RuleSet | null;
  /** What a lower method may not (§16), each naming both clauses; it can still be looked at. */
  readonly violations: readonly Refusal[];
}

function inFile(path: string, refusals: readonly Refusal[]): Result<never> {
  return refused(...refusals.map((refusal) => ({ ...refusal, file: path })));
}

async function readWritten(io: CommandIo, path: string): Promise<Result<Loaded>> {
  const data = await readInput(io, path);
  if (!data.ok) return inFile(path, data.refusals);
  const parsed = hasUpper(data.value) ? parseLowerPart(data.value) : parseRuleSet(data.value);
  return parsed.ok ? { ok: true, value: { path, written: parsed.value } } : inFile(path, parsed.refusals);
}

function isLower(written: LowerPart | RuleSet): written is LowerPart {
  return written.extends !== undefined;
}

/** Makes a method whole over those above it; `below` are the files on the way, so that a circle is told. */
function whole(file: Loaded, uppers: readonly Loaded[], below: readonly string[]): Result<LoadedRuleSet> {
  const { written, path } = file;
  if (!isLower(written)) return { ok: true, value: { ruleSet: written, upper: null, violations: [] } };
  const { id, version } = written.extends;
  const found = uppers.find((one) => one.written.id === id && one.written.version === version);
  if (found === undefined) {
    const message = `找不到上级办法“${id}”第 ${version} 版，请用 --upper 给出它的文件`;
    return inFile(path, [{ code: 'upperMissing', path: 'extends', message }]);
  }
  if (below.includes(found.path)) {
    const message = `办法“${written.id}”与“${id}”互为上级，请核对 extends`;
    return inFile(path, [{ code: 'extendsCircle', path: 'extends', message }]);
  }
  const above = whole(found, uppers, [...below, path]);
  if (!above.ok) return above;
  if (above.value.violations.length > 0) return inFile(found.path, above.value.violations);
  const upper = above.value.ruleSet;
  const merged = inherit(upper, written);
  if (!merged.ok) return inFile(path, merged.refusals);
  const violations = checkInheritance(upper, merged.value).map((refusal) => ({
    ...refusal,
    path: codedPath(merged.value, refusal.path),
  }));
  return { ok: true, value: { ruleSet: merged.value, upper, violations } };
}

/**
 * Reads a method and those it is under (`--upper`, in any order) and makes it whole; what it may not is listed, not
 * refused. Refusals carry the file they belong to.
 */
export async function readRuleSet(
  io: CommandIo,
  path: string,
  upperPaths: readonly string[] = [],
): Promise<Result<LoadedRuleSet>> {
  const own = await readWritten(io, path);
  if (!own.ok) return own;
  const uppers: Loaded[] = [];
  for (const upperPath of upperPaths) {
    const upper = await readWritten(io, upperPath);
    if (!upper.ok) return upper;
    uppers.push(upper.value);
  }
  return whole(own.value, uppers, []);
}

/** The method, whole, lawful under its upper ones and sound: what every command computes with. */
export async function loadRuleSet(
  io: CommandIo,
  path: string,
  upperPaths: readonly string[] = [],
): Promise<Result<RuleSet>> {
  const read = await readRuleSet(io, path, upperPaths);
  if (!read.ok) return read;
  const problems = problemsOf(read.value);
  return problems.length > 0 ? inFile(path, problems) : { ok: true, value: read.value.ruleSet };
}

/** Everything that keeps a method from being used; paths as the file of a lower method is understood, by code. */
export function problemsOf({ ruleSet, upper, violations }: LoadedRuleSet): readonly Refusal[] {
  const problems = checkRuleSet(ruleSet);
  if (upper === null) return problems;
  return [...violations, ...problems.map((one) => ({ ...one, path: codedPath(ruleSet, one.path) }))];
}
