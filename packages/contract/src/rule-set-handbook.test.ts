import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ruleSetFormat } from './rule-set-format.ts';

const page = readFileSync(new URL('../../../docs/rule-set-format.md', import.meta.url), 'utf8');

interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly oneOf?: readonly Shape[];
  readonly anyOf?: readonly Shape[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
}
function namesOf(shape: Shape, found: Set<string>): Set<string> {
  for (const part of [...(shape.oneOf ?? []), ...(shape.anyOf ?? [])]) namesOf(part, found);
  if (shape.items !== undefined) namesOf(shape.items, found);
  for (const choice of shape.enum ?? [shape.const]) if (typeof choice === 'string') found.add(choice);
  for (const [name, member] of Object.entries(shape.properties ?? {})) {
    found.add(name);
    namesOf(member, found);
  }
  return found;
}
const code = [...page.matchAll(/```[\s\S]*?```|`[^`]+`/g)].map(([text]) => text).join('\n');
const words = new Set(code.match(/[A-Za-z][\w@/-]*/g));

test('X7 the handbook names every field and every choice of the format', () => {
  const names = [...namesOf(z.toJSONSchema(ruleSetFormat) as Shape, new Set())];
  expect(names.filter((name) => !words.has(name))).toEqual([]);
});
