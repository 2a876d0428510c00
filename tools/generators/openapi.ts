import { openApiDocument } from '../../packages/server/src/openapi.ts';
import type { Generator } from './index.ts';

export const openApi: Generator = {
  path: 'docs/openapi.json',
  what: '接口说明',
  produce: async () => `${JSON.stringify(openApiDocument(), null, 2)}\n`,
};
