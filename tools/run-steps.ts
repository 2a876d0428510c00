import type { Step } from './steps.ts';
import { failures, lastLine, one, type StepResult, type Tally, table, total } from './tally.ts';

/** Runs all steps, whatever fails on the way, and says at the end what came out. */
export async function runSteps(steps: readonly Step[]): Promise<Tally> {
  const results: StepResult[] = [];
  for (const step of steps) {
    console.log(`▸ ${step.name}`);
    const began = performance.now();
    const tally = await runStep(step);
    results.push({ name: step.name, seconds: (performance.now() - began) / 1000, ...tally });
  }
  const sum = total(results);
  if (sum.failed > 0) console.log(`\n${failures(results)}`);
  console.log(`\n${table(results)}\n\n${lastLine(sum)}`);
  return sum;
}

async function runStep(step: Step): Promise<Tally> {
  try {
    return await step.run();
  } catch (error) {
    console.log(error);
    return { ...one(false), failures: [String(error)] };
  }
}
