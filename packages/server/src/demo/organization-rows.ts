import type { Deps } from '../context.ts';
import { hashIdNumber } from '../modules/organization/index.ts';
import { bulkInsert, hexBytes } from './bulk-insert.ts';
import type { DemoUnit } from './city-tree.ts';
import type { DemoAccount } from './demo-accounts.ts';
import { holidayTable } from './demo-calendar.ts';
import type { DemoSequence } from './demo-plan.ts';
import type { DemoOfficer } from './people.ts';
import type { SeededRandom } from './seeded-random.ts';
import { insertSequences } from './sequence-rows.ts';

/** The city's units, people, accounts, working days and ranking sequences, as rows. */
export async function insertOrganization(
  deps: Deps,
  bureauId: string,
  city: {
    units: readonly DemoUnit[];
    officers: readonly DemoOfficer[];
    accounts: readonly DemoAccount[];
    sequences: readonly DemoSequence[];
  },
  random: SeededRandom,
  years: readonly number[],
): Promise<void> {
  const { db } = deps;
  await bulkInsert(
    db,
    'unit',
    city.units.map((unit, index) => ({
      id: unit.id,
      bureau_id: bureauId,
      parent_id: unit.parentId,
      code: unit.code,
      name: unit.name,
      kind: unit.kind,
      level: unit.level,
      path: unit.path,
      sort_order: index,
      created_at: deps.clock(),
    })),
  );
  await bulkInsert(
    db,
    'unit_alias',
    city.units.flatMap((unit) =>
      unit.aliases.map((alias) => ({ bureau_id: bureauId, alias, unit_id: unit.id })),
    ),
  );
  await insertPeople(deps, bureauId, city.officers, random, `${Math.min(...years) - 1}-01-01`);
  await bulkInsert(
    db,
    'account',
    city.accounts.map((account) => ({
      id: account.id,
      bureau_id: bureauId,
      username: account.username,
      display_name: account.displayName,
      officer_id: account.officer?.id ?? null,
      unit_id: account.officer?.unit.id ?? city.units[0]?.id ?? null,
      state: 'active',
      must_change_password: false,
      password_changed_at: deps.clock(),

      created_at: deps.clock(),
    })),
  );
  await bulkInsert(
    db,
    'account_role',
    city.accounts.flatMap((account) =>
      account.grants.map((grant) => ({
        account_id: account.id,
        role: grant.role,
        unit_id: grant.unit.id,
        granted_at: deps.clock(),
      })),
    ),
  );
  await bulkInsert(
    db,
    'calendar_year',
    [...years, Math.max(...years) + 1].map((year) => {
      const table = holidayTable(year);
      return {
        bureau_id: bureauId,
        year,
        days_off: table.off,
        working_days: table.working,
        source: table.source,
      };
    }),
  );
  for (const year of years) await insertSequences(deps, bureauId, city, random, year);
}

async function insertPeople(
  deps: Deps,
  bureauId: string,
  officers: readonly DemoOfficer[],
  random: SeededRandom,
  since: string,
): Promise<void> {
  const { crypto, keys } = deps;
  await bulkInsert(
    deps.db,
    'officer',
    officers.map((officer) => ({
      id: officer.id,
      bureau_id: bureauId,
      police_no: officer.policeNo,
      name: officer.name,
      sex: officer.sex,
      id_no_cipher: hexBytes(crypto.encrypt(keys.personalData, Buffer.from(officer.idNo))),
      id_no_hash: hexBytes(hashIdNumber(deps, officer.idNo)),
      birth: officer.birth,
      joined: officer.joined,
      category: 'officer',
      politics: officer.politics,
      job_rank: officer.jobRank,
      insignia: officer.insignia,
      created_at: deps.clock(),
    })),
  );
  await bulkInsert(
    deps.db,
    'membership',
    officers.map((officer) => ({
      id: random.uuid(),
      bureau_id: bureauId,
      officer_id: officer.id,
      unit_id: officer.unit.id,
      position: officer.position,
      post: officer.post,
      status: 'normal',
      from_on: since,
    })),
  );
}
