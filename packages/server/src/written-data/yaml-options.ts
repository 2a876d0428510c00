import type { DocumentOptions, ParseOptions, SchemaOptions } from 'yaml';

/** YAML as the format means it: plain data, every key once, numbers as the text they were written as (§1). */
export const YAML_OPTIONS: ParseOptions & DocumentOptions & SchemaOptions = {
  schema: 'core',
  version: '1.2',
  uniqueKeys: true,
  customTags: (tags) =>
    tags.filter((tag) => typeof tag === 'string' || !/^tag:yaml\.org,2002:(int|float)$/.test(tag.tag)),
};
