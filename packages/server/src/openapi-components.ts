import * as contract from '@mingji/contract';
import { z } from 'zod';

type Io = 'input' | 'output';
/** A schema that is smaller than its reference would be is written where it stands. */
const WORTH_A_NAME = 160;

/**
 * The schemas the contract exports, each said once by its name: an operation that uses one points at it. Schemas are
 * recognized by what they say, so that a view inside a list inside an answer is found wherever it stands.
 */
export class OpenApiComponents {
  readonly #names = new Map<string, string>();
  readonly #used = new Map<string, object>();

  constructor() {
    const taken = new Set<string>(['Error']);
    for (const [name, schema] of namedSchemas()) {
      for (const io of ['output', 'input'] as const) {
        const text = JSON.stringify(bare(schema, io));
        if (text.length < WORTH_A_NAME || this.#names.has(text)) continue;
        const free = [name, `${name}Input`].find((one) => !taken.has(one));
        if (free === undefined) throw new Error(`two schemas of the contract are called ${name}`);
        taken.add(free);
        this.#names.set(text, free);
      }
    }
  }

  /** The JSON Schema of one message, with references for what has a name. */
  schemaOf(schema: z.ZodType, io: Io): object {
    return this.#pointed(bare(schema, io)) as object;
  }

  /** The members of a message that is itself no JSON: the parameters of a path or a query. */
  membersOf(
    schema: z.ZodType,
  ): { readonly name: string; readonly required: boolean; readonly schema: object }[] {
    const json = bare(schema, 'input') as { properties?: Record<string, object>; required?: string[] };
    return Object.entries(json.properties ?? {}).map(([name, member]) => ({
      name,
      required: (json.required ?? []).includes(name),
      schema: this.#pointed(member) as object,
    }));
  }

  /** What was referred to, by name; complete once every operation has been described. */
  used(): Record<string, object> {
    return Object.fromEntries([...this.#used].sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  #pointed(node: unknown, inside?: string): unknown {
    if (Array.isArray(node)) return node.map((member) => this.#pointed(member));
    if (typeof node !== 'object' || node === null) return node;
    const name = this.#names.get(JSON.stringify(node));
    if (name === undefined || name === inside) {
      return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, this.#pointed(value)]));
    }
    if (!this.#used.has(name)) {
      this.#used.set(name, {});
      this.#used.set(name, this.#pointed(node, name) as object);
    }
    return { $ref: `#/components/schemas/${name}` };
  }
}

function bare(schema: z.ZodType, io: Io): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

/** `periods.periodView` is PeriodView; a name that two features use carries the feature. */
function namedSchemas(): [string, z.ZodType][] {
  const found: [string, string, z.ZodType][] = [];
  for (const [feature, value] of Object.entries(contract)) {
    if (value instanceof z.ZodType) found.push(['', capital(feature), value]);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, member] of Object.entries(value)) {
        if (member instanceof z.ZodType) found.push([capital(feature), capital(name), member]);
      }
    }
  }
  const times = new Map<string, number>();
  for (const [, name] of found) times.set(name, (times.get(name) ?? 0) + 1);
  return found
    .map(([feature, name, schema]): [string, z.ZodType] => [
      (times.get(name) ?? 0) > 1 ? `${feature}${name}` : name,
      schema,
    ])
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
