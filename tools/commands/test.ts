import { browserTests } from '../browser-tests.ts';
import { buildWeb } from '../build-web.ts';
import { runSteps } from '../run-steps.ts';
import { formatAndLint, types, vitest } from '../steps.ts';
import { one } from '../tally.ts';

const tally = await runSteps([
  formatAndLint(),
  ...types(),
  vitest('架构、整洁与单元测试', 'unit'),
  vitest('集成测试（真实 PostgreSQL）', 'integration'),
  { name: '网页构建', run: async () => one(await buildWeb()) },
  browserTests(),
]);
process.exitCode = tally.failed > 0 ? 1 : 0;
