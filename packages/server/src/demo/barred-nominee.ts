import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { postEntry } from '../modules/ledger/index.ts';
import { actAs } from './act-as.ts';
import type { DemoWorld } from './demo-features.ts';

/**
 * Upheld complaints of this month, as many as the method lets pass and one more: by its own last step nobody so named
 * is commended for a while (§9, P17). Nothing happens where a method has no such step.
 */
export async function barNominee(world: DemoWorld, officerId: string): Promise<void> {
  const { deps, city, ruleSets, today } = world;
  const platform = ruleSets.find(({ ruleSet }) => ruleSet.lists?.suggestions !== undefined);
  const indicator = platform?.ruleSet.modules
    .flatMap((module) => module.items.flatMap((item) => item.indicators))
    .find(
      ({ scoring }) =>
        scoring.family === 'escalation' && scoring.steps.at(-1)?.effect?.kind === 'noCommendation',
    );
  const { rows } = await sql<{ id: string }>`
    select id from period
    where bureau_id = ${city.bureauId} and rule_set_version_id = ${platform?.versionId ?? null}::uuid
      and kind = 'month' and state = 'open' and not trial`.execute(deps.db);
  const [period] = rows;
  if (!platform || indicator?.scoring.family !== 'escalation' || !period) return;
  const account = city.accounts.reviewerOf.get(indicator.owner ?? '') ?? city.accounts.office;
  for (const step of indicator.scoring.steps.keys()) {
    await postEntry(actAs(deps, city, account, deps.clock()), {
      requestId: randomUUID(),
      periodId: period.id,
      subjectKind: 'officer',
      subjectId: officerId,
      indicatorCode: indicator.code,
      occurredOn: today,
      reason: `${indicator.name}经调查属实，第 ${step + 1} 起`,
      fileIds: [],
    });
  }
}
