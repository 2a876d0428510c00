import type { RuleSet } from '../rules/rule-set.ts';
import { sameContent } from './same-content.ts';

const STEP = /[^.[\]]+|\[[^\]]*\]/g;

function hasName(member: unknown, name: string): boolean {
  const { code, id } = Object(member) as { readonly code?: unknown; readonly id?: unknown };
  return code === name || id === name;
}

function nodeAt(ruleSet: RuleSet, path: string): unknown {
  let node: unknown = ruleSet;
  for (const [step] of path.matchAll(STEP)) {
    const name = step.replace(/^\[|\]$/g, '');
    node = Array.isArray(node)
      ? node.find((member) => hasName(member, name))
      : (Object(node) as Readonly<Record<string, unknown>>)[name];
  }
  return node;
}

/**
 * Whether the part a coded path stands in (the innermost member with a code, or the section) says exactly what the upper
 * method says: what is unwise there is for the upper office to answer.
 */
export function isInherited(upper: RuleSet, whole: RuleSet, path: string): boolean {
  const part = path.includes(']') ? path.slice(0, path.lastIndexOf(']') + 1) : path.replace(/\..*$/, '');
  return sameContent(nodeAt(upper, part), nodeAt(whole, part));
}
