import { z } from 'zod';
import { lowerPartFormat, ruleSetFormat } from './rule-set-format.ts';
import { COMMON_WORDS, RULE_SET_WORDS } from './rule-set-words.ts';

type Json = z.core.JSONSchema.BaseSchema;

/** A decimal is text to the program; a person may write it without quotes, and the reader keeps its digits. */
const NUMBER_TEXT = /^\^.*\\d\{/;

/** Every field with what it means, and numbers as a person may write them. */
function forPeople(schema: Json, field: string): Json {
  const own: Json = { ...schema };
  if (own.type === 'string' && typeof own.pattern === 'string' && NUMBER_TEXT.test(own.pattern))
    Object.assign(own, { type: ['string', 'number'] });
  if (field === 'version') Object.assign(own, { type: ['string', 'number'] });
  for (const union of ['oneOf', 'anyOf'] as const) {
    const options = own[union];
    if (options !== undefined) own[union] = options.map((option) => forPeople(option as Json, field));
  }
  if (typeof own.items === 'object' && !Array.isArray(own.items))
    own.items = forPeople(own.items as Json, field);
  if (own.properties !== undefined) {
    own.properties = Object.fromEntries(
      Object.entries(own.properties).map(([name, member]) => [name, described(member as Json, field, name)]),
    );
  }
  return own;
}

function described(member: Json, parent: string, name: string): Json {
  const description = RULE_SET_WORDS[parent]?.[name] ?? COMMON_WORDS[name];
  if (description === undefined) throw new Error(`no words for ${parent}.${name} in rule-set-words.ts`);
  return { description, ...forPeople(member, name) };
}

function published(format: z.ZodType): Json {
  const { $schema: _draft, ...schema } = z.toJSONSchema(format) as Json;
  return forPeople(schema, '');
}

/** What both kinds of file write alike is said once: the lower method's schema points at the whole method's. */
function shared(own: Json, whole: Json, pointer: string): Json {
  if (JSON.stringify(own) === JSON.stringify(whole)) return { $ref: pointer };
  const schema: Json = { ...own };
  if (typeof own.items === 'object')
    schema.items = shared(own.items as Json, (whole.items ?? {}) as Json, `${pointer}/items`);
  if (own.properties !== undefined) {
    schema.properties = Object.fromEntries(
      Object.entries(own.properties).map(([name, member]) => [
        name,
        shared(member as Json, (whole.properties?.[name] ?? {}) as Json, `${pointer}/properties/${name}`),
      ]),
    );
  }
  return schema;
}

/**
 * The format as a JSON Schema, for editors: a file with `extends` is a lower method and writes only its own parts. What
 * it cannot say (marks that sum, codes that exist) `mingji lint` does.
 */
export function ruleSetJsonSchema(): object {
  const method = published(ruleSetFormat);
  const lowerMethod = shared(published(lowerPartFormat), method, '#/$defs/method');
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: '考核办法（mingji/rule-set@1）',
    type: 'object',
    if: { required: ['extends'] },
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so.
    then: { $ref: '#/$defs/lowerMethod' },
    else: { $ref: '#/$defs/method' },
    $defs: { method, lowerMethod },
  };
}
