import type { Refusal } from '@mingji/engine';
import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { YAML_OPTIONS } from './yaml-options.ts';

/** Line and column count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A refusal with the file it belongs to, and where in it. */
export interface LocatedRefusal extends Refusal {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** A longer text is data, not something a person mends by line. */
const LONGEST = 4_000_000;
const STEP = /[^.[\]]+|\[[^\]]*\]/g;

/** `modules[0].items[2].marks` → modules, 0, items, 2, marks; `entries[e-17]` names a member by its id or code. */
function stepsOf(path: string): readonly string[] {
  return [...path.matchAll(STEP)].map(([step]) => step.replace(/^\[|\]$/g, ''));
}

function isNamed(member: unknown, name: string): boolean {
  return isMap(member) && ['id', 'code'].some((key) => member.get(key) === name);
}

interface Step {
  readonly node: unknown;
  /** Where a reader should look: the key of a field, the member of a list. */
  readonly place: unknown;
}

function stepInto(node: unknown, step: string): Step | undefined {
  if (isMap(node)) {
    const pair = node.items.find((own) => isScalar(own.key) && String(own.key.value) === step);
    return pair && { node: pair.value, place: pair.key };
  }
  if (!isSeq(node)) return undefined;
  const member = /^\d+$/.test(step) ? node.items[Number(step)] : node.items.find((own) => isNamed(own, step));
  return member === undefined || isPair(member) ? undefined : { node: member, place: member };
}

/** The offset of a path, or of the nearest part above it that is there: a missing field is missing in its parent. */
function offsetOf(contents: unknown, path: string): number {
  let node = contents;
  let offset = 0;
  for (const step of stepsOf(path)) {
    const next = stepInto(node, step);
    if (next === undefined) break;
    node = next.node;
    offset = (isNode(next.place) ? next.place.range?.[0] : undefined) ?? offset;
  }
  return offset;
}

/** Finds the places of paths in a text; JSON is YAML to this purpose. A broken or very long text has none. */
export function placesIn(text: string): (path: string) => Place | undefined {
  if (text.length > LONGEST) return () => undefined;
  const lines = new LineCounter();
  const { contents, errors } = parseDocument(text, { ...YAML_OPTIONS, lineCounter: lines });
  if (errors.length > 0) return () => undefined;
  return (path) => {
    const { line, col } = lines.linePos(offsetOf(contents, path));
    return { line, column: col };
  };
}
