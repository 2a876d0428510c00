import { ruleSetJsonSchema } from '../../packages/contract/src/rule-set-json-schema.ts';
import type { Generator } from './index.ts';

export const ruleSetSchema: Generator = {
  path: 'rule-sets/rule-set.schema.json',
  what: '考核办法格式',
  produce: async () => `${JSON.stringify(ruleSetJsonSchema(), null, 1)}\n`,
};
