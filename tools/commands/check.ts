import { runSteps } from '../run-steps.ts';
import { formatAndLint, types, vitest } from '../steps.ts';

/** The quick half of the tests, for every few minutes of work: seconds, no database, no browser. */
const tally = await runSteps([formatAndLint(), ...types(), vitest('架构与整洁', 'unit', ['tools/'])]);
process.exitCode = tally.failed > 0 ? 1 : 0;
