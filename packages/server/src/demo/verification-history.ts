import { bulkInsert } from './bulk-insert.ts';
import { addDays } from './demo-calendar.ts';
import type { DemoWorld } from './demo-features.ts';

/** The nights on which each seal was looked at since it was made: the first soon after, then about once a month. */
export async function makeVerificationHistory({ deps, random, city, today }: DemoWorld): Promise<void> {
  const seals = await deps.db
    .selectFrom('seal')
    .select(['id', 'sealed_at'])
    .where('bureau_id', '=', city.bureauId)
    .orderBy('sequence_no')
    .execute();
  const nights = seals.flatMap(({ id, sealed_at }) => {
    const days: string[] = [];
    let day = addDays(sealed_at.toISOString().slice(0, 10), random.between(1, 3));
    while (day < today) {
      days.push(day);
      day = addDays(day, random.between(24, 36));
    }
    return days.map((night) => ({ id, at: `${night}T02:2${random.between(0, 9)}:00+08:00` }));
  });
  nights.sort((one, other) => (one.at < other.at ? -1 : 1));
  await bulkInsert(
    deps.db,
    'seal_verification',
    nights.map(({ id, at }) => ({
      bureau_id: city.bureauId,
      seal_id: id,
      at,
      ok: true,
      finding_count: 0,
      findings: [],
      by_name: '定时校验',
    })),
  );
}
