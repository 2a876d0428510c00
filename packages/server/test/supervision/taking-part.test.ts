import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { matters, place, setUpPresses } from './press-city.ts';

setUpPresses();

/** An open period of the city's method whose last day for handing in is tomorrow. */
async function nearPeriod(kind: 'month' | 'special', label: string): Promise<string> {
  const id = randomUUID();
  await place.app.db
    .insertInto('period')
    .values({
      ...{ id, bureau_id: place.city.bureauId, rule_set_version_id: place.cityVersion, kind, label },
      ...{ from_on: '2026-09-01', to_on: '2026-09-22', state: 'open' },
      submit_by: new Date('2026-09-22T16:00:00Z'),
      review_by: new Date('2026-09-28T16:00:00Z'),
    })
    .execute();
  return id;
}
const owing = async (label: string) =>
  (await matters(place.as.office, { kind: 'nothingSubmitted', state: 'all', text: label })).items
    .map(({ who }) => who.name)
    .sort();

test('P8 P10 of a special operation only its subjects owe work', async () => {
  const period = await nearPeriod('special', '夏季行动');
  const all = await owing('夏季行动');
  expect(all).toEqual(expect.arrayContaining(['李某', '王某', '钱某']));
  const operation = randomUUID();
  const by = place.as.office.session.account.id;
  await place.app.db
    .insertInto('operation')
    .values({
      ...{ id: operation, bureau_id: place.city.bureauId, period_id: period, name: '夏季行动' },
      ...{ purpose: '', unit_id: place.city.id, created_by: by, created_at: place.clock.now },
    })
    .execute();
  await place.app.db
    .insertInto('operation_subject')
    .values({
      ...{ operation_id: operation, period_id: period, subject_kind: 'officer', subject_id: place.li.id },
      ...{ added_by: by, added_at: place.clock.now },
    })
    .execute();
  expect(await owing('夏季行动')).toEqual(['李某']);
});

test('P20 P10 who does not take part in the pilot is not pressed for work he may not hand in', async () => {
  await nearPeriod('month', '九月中下旬');
  expect(await owing('九月中下旬')).toEqual(expect.arrayContaining(['李某', '钱某']));
  const activation = { bureau_id: place.city.bureauId, reason: '试点', switched_by_name: '市考核办' };
  await place.app.db
    .insertInto('unit_activation')
    .values({
      ...{ ...activation, id: randomUUID(), unit_id: place.county.id, from_on: '2026-09-01' },
      ...{ switched_by: place.as.office.session.account.id, switched_at: place.clock.now },
    })
    .execute();
  expect(await owing('九月中下旬')).not.toContain('钱某');
  expect(await owing('九月中下旬')).toContain('李某');
});
