import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { escalateMatters } from '../../src/modules/supervision/index.ts';
import { as, holdTarget, matters, place, setUpPresses } from './press-city.ts';

setUpPresses();
beforeEach(async () => {
  await place.app.db.deleteFrom('period').execute();
});

/** A period of the city's method, published unless told otherwise. */
async function addPeriod(more: { label: string; to: string; kind?: string; state?: string }): Promise<void> {
  await place.app.db
    .insertInto('period')
    .values({
      ...{ id: randomUUID(), bureau_id: place.city.bureauId, rule_set_version_id: place.cityVersion },
      ...{ kind: more.kind ?? 'month', label: more.label, state: more.state ?? 'inNotice' },
      ...{ from_on: '2026-08-01', to_on: more.to },
      submit_by: new Date('2026-10-25T16:00:00Z'),
      review_by: new Date('2026-10-28T16:00:00Z'),
    })
    .execute();
}
const unopened = async () =>
  (await matters(as.office, { kind: 'targetUnopened', state: 'all' })).items.map(({ state }) => state);

test('P10 a target is pressed for while its year runs, also between two months', async () => {
  await holdTarget(place.cityVersion, place.wang);
  await addPeriod({ label: '2026年8月', to: '2026-08-31' });
  expect(await unopened()).toEqual(['late']);
});

test('P10 once the year’s last period is closed its targets are done or not done, and nobody is pressed for them', async () => {
  await holdTarget(place.cityVersion, place.wang);
  await holdTarget(place.cityVersion, place.station);
  await addPeriod({ label: '2026年第四季度', to: '2026-12-01' });
  expect(await unopened()).toEqual([]);
  expect((await matters(as.office, { kind: 'targetNotHandedDown', state: 'all' })).items).toEqual([]);
  expect(await escalateMatters(place.app.deps)).toEqual({ escalated: 0, held: null });
  // A month that still takes work keeps the year open.
  await addPeriod({ label: '2026年12月', to: '2026-12-31', state: 'open' });
  expect(await unopened()).toEqual(['late', 'late']);
});
