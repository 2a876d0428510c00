import { randomUUID } from 'node:crypto';
import type { TestApp } from '../support/app.ts';
import { makePeriod, type WorkCity } from '../support/work-city.ts';

/** A method of its own with an open September: its period. */
export async function makeOtherMethod(app: TestApp, city: WorkCity, content: object): Promise<string> {
  const [ruleSetId, versionId] = [randomUUID(), randomUUID()];
  await app.db
    .insertInto('rule_set')
    .values({
      id: ruleSetId,
      bureau_id: city.bureau.bureauId,
      unit_id: city.bureau.id,
      code: `other-${ruleSetId.slice(0, 8)}`,
      name: '另一考核办法',
    })
    .execute();
  await app.db
    .insertInto('rule_set_version')
    .values({
      id: versionId,
      bureau_id: city.bureau.bureauId,
      rule_set_id: ruleSetId,
      version: 1,
      state: 'published',
      content: JSON.stringify(content),
      content_hash: Buffer.alloc(32, 2),
      effective_on: '2026-01-01',
      published_at: new Date('2026-01-01T00:00:00Z'),
    })
    .execute();
  return makePeriod(app, { bureau: city.bureau, versionId, month: 9 });
}
