import { type Exact, ZERO } from '../kernel/exact.ts';
import type { ScoreState } from '../kernel/score.ts';
import type { TraceFact, TraceKind, TraceNode } from './trace.ts';

interface NodeParts {
  readonly state?: ScoreState;
  readonly code?: string;
  readonly name?: string;
  readonly clause?: string;
  readonly family?: string;
  readonly facts?: Readonly<Record<string, TraceFact>>;
  readonly entries?: readonly string[];
  readonly standsIn?: string | null;
  readonly children?: readonly TraceNode[];
}

/** One trace node; what is left out is absent, not undefined. */
export function traceNode(kind: TraceKind, amount: Exact, parts: NodeParts = {}): TraceNode {
  const { code, name, clause, family, standsIn } = parts;
  return {
    kind,
    state: parts.state ?? 'scored',
    amount: (parts.state ?? 'scored') === 'scored' ? amount : ZERO,
    ...(code === undefined ? {} : { code }),
    ...(name === undefined ? {} : { name }),
    ...(clause === undefined ? {} : { clause }),
    ...(family === undefined ? {} : { family }),
    facts: parts.facts ?? {},
    entries: parts.entries ?? [],
    ...(standsIn === undefined || standsIn === null ? {} : { standsIn }),
    children: parts.children ?? [],
  };
}
