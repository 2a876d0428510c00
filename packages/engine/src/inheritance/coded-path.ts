import type { RuleSet } from '../rules/rule-set.ts';

const MEMBER = /^([^[\]]+)\[(\d+)\]$/;

function nameOf(member: unknown): string | undefined {
  const { code, id } = Object(member) as { readonly code?: unknown; readonly id?: unknown };
  const name = code ?? id;
  return typeof name === 'string' ? name : undefined;
}

/**
 * `modules[0].items[2].marks` → `modules[team].items[learning].marks`: a member's place in the whole method is not its
 * place in the file of a lower one, its code is.
 */
export function codedPath(ruleSet: RuleSet, path: string): string {
  let node: unknown = ruleSet;
  const steps = path.split('.').map((step) => {
    const [, field = step, at] = MEMBER.exec(step) ?? [];
    node = (Object(node) as Readonly<Record<string, unknown>>)[field];
    if (at === undefined) return step;
    node = Array.isArray(node) ? node[Number(at)] : undefined;
    const name = nameOf(node);
    return name === undefined ? step : `${field}[${name}]`;
  });
  return steps.join('.');
}
