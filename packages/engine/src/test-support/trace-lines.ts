import { toText } from '../kernel/exact-text.ts';
import { toPlain } from '../rules/evaluation-json.ts';
import type { TraceNode } from '../rules/trace.ts';

/** A trace as lines that can be read: two blanks a level, then kind, state where it is none, amount and operands. */
export function traceLines(node: TraceNode | null, level = 0): readonly string[] {
  if (node === null) return [];
  const facts = Object.entries(node.facts).map(([name, value]) => `${name}=${String(toPlain(value))}`);
  const words = [
    node.kind,
    ...(node.code === undefined ? [] : [node.code]),
    ...(node.state === 'scored' ? [toText(node.amount)] : [node.state]),
    ...facts,
    ...(node.entries.length === 0 ? [] : [`[${node.entries.join(' ')}]`]),
    ...(node.standsIn === undefined ? [] : [`→${node.standsIn}`]),
    ...(node.clause === undefined ? [] : [`(${node.clause})`]),
  ];
  return [
    `${'  '.repeat(level)}${words.join(' ')}`,
    ...node.children.flatMap((child) => traceLines(child, level + 1)),
  ];
}
