import type { Role } from '@mingji/engine';
import type { DemoUnit } from './city-tree.ts';
import type { DemoOfficer } from './people.ts';

/** Who can be clicked on the sign-in page, in the order shown there. */
interface RoleAccount {
  readonly username: string;
  readonly roles: readonly Role[];
  /** Name of the unit whose first free officer holds the account. */
  readonly serves: string;
  /** Where the role counts; default the unit served in. */
  readonly at?: string;
  /** A leader of the unit, or one of the others. */
  readonly leads: boolean;
}

const countyUnit = '清河县公安局';
const roleAccounts: readonly RoleAccount[] = [
  { username: 'demo-officer', roles: [], serves: 'station-squad', leads: false },
  { username: 'demo-head', roles: ['unitHead'], serves: 'station', leads: true },
  { username: 'demo-clerk', roles: ['unitClerk'], serves: 'station', leads: false },
  { username: 'demo-reviewer', roles: ['reviewer'], serves: '治安管理支队', leads: false },
  { username: 'demo-legal', roles: ['reviewer'], serves: '法制支队', leads: false },
  { username: 'demo-leader', roles: ['supervisingLeader'], serves: countyUnit, leads: false },
  { username: 'demo-chief', roles: ['bureauLeader'], serves: '江临市公安局', leads: true },
  { username: 'demo-office', roles: ['office'], serves: '目标考核办公室', at: '江临市公安局', leads: true },
  {
    username: 'demo-county-office',
    roles: ['office'],
    serves: '清河考核办公室',
    at: countyUnit,
    leads: true,
  },
  { username: 'demo-department-office', roles: ['office'], serves: '经济犯罪侦查支队', leads: false },
  { username: 'demo-discipline', roles: ['discipline', 'reviewer'], serves: '警务督察支队', leads: false },
  { username: 'demo-committee', roles: ['committee'], serves: '江临市公安局', leads: false },
  { username: 'demo-sysadmin', roles: ['systemAdmin'], serves: '', leads: false },
  { username: 'demo-secadmin', roles: ['securityAdmin'], serves: '', leads: false },
  { username: 'demo-auditadmin', roles: ['auditAdmin'], serves: '', leads: false },
];
const administratorNames: Record<string, string> = {
  'demo-sysadmin': '系统管理员',
  'demo-secadmin': '安全管理员',
  'demo-auditadmin': '审计管理员',
};
/** Departments that own indicators need somebody who reviews. */
const reviewingDepartments = [
  '政治部',
  '指挥中心',
  '警务督察支队',
  '治安管理支队',
  '法制支队',
  '刑事侦查支队',
  '禁毒支队',
  '纪检监察室',
  '网络安全保卫支队',
];

export interface DemoAccount {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly officer: DemoOfficer | null;
  readonly grants: readonly { readonly role: Role; readonly unit: DemoUnit }[];
}

export interface DemoAccounts {
  readonly all: readonly DemoAccount[];
  /** Who books entries on the department's indicators, by unit name. */
  readonly reviewerOf: ReadonlyMap<string, DemoAccount>;
  readonly office: DemoAccount;
}

/** Everybody has an account and the role officer; some have more. Nobody has a password: the demo signs in by click. */
export function makeAccounts(units: readonly DemoUnit[], officers: readonly DemoOfficer[]): DemoAccounts {
  const byName = new Map(units.map((unit) => [unit.name, unit]));
  const root = units[0];
  if (!root) throw new Error('a city needs a root unit');
  const taken = new Map<string, RoleAccount>();
  const station = units.find((unit) => unit.kind === 'station' && unit.name.startsWith('清河'));
  const placeOf = (wanted: string) => {
    if (wanted === 'station') return station;
    if (wanted === 'station-squad') return units.find((unit) => unit.parentId === station?.id);
    return byName.get(wanted);
  };
  for (const wish of roleAccounts) {
    const unit = placeOf(wish.serves);
    const holder = officers.find(
      (officer) =>
        officer.unit === unit && !taken.has(officer.id) && (officer.position !== '民警') === wish.leads,
    );
    if (holder) taken.set(holder.id, wish);
  }
  const reviewers = new Map<string, string>();
  for (const name of reviewingDepartments) {
    const named = [...taken].find(
      ([id, wish]) =>
        wish.roles.includes('reviewer') && officers.find((officer) => officer.id === id)?.unit.name === name,
    );
    const other = officers.find(
      (officer) => officer.unit.name === name && !taken.has(officer.id) && officer.position === '民警',
    );
    const id = named?.[0] ?? other?.id;
    if (id) reviewers.set(id, name);
  }
  const people = officers.map((officer): DemoAccount => {
    const wish = taken.get(officer.id);
    const leads: Role[] =
      officer.position !== '民警' &&
      ['county', 'station', 'brigade', 'squad', 'department', 'detachment'].includes(officer.unit.kind)
        ? ['unitHead']
        : [];
    const reviews: Role[] = reviewers.has(officer.id) ? ['reviewer'] : [];
    const roles = [...new Set<Role>(['officer', ...leads, ...reviews, ...(wish?.roles ?? [])])];
    return {
      id: officer.accountId,
      username: wish?.username ?? officer.policeNo,
      displayName: officer.name,
      officer,
      grants: [
        ...roles.map((role) => ({
          role,
          unit: wish?.roles.includes(role) && wish.at ? (byName.get(wish.at) ?? officer.unit) : officer.unit,
        })),
        ...(wish === undefined ? countyOffice(units, officer) : []),
      ],
    };
  });
  const administrators = roleAccounts
    .filter((wish) => wish.username in administratorNames)
    .map(
      (wish, index): DemoAccount => ({
        id: `00000000-0000-4000-a000-00000000000${index + 1}`,
        username: wish.username,
        displayName: administratorNames[wish.username] ?? wish.username,
        officer: null,
        grants: wish.roles.map((role) => ({ role, unit: root })),
      }),
    );
  const reviewerOf = new Map<string, DemoAccount>();
  for (const account of people) {
    const department = account.officer ? reviewers.get(account.officer.id) : undefined;
    if (department) reviewerOf.set(department, account);
  }
  const office = people.find((account) => account.username === 'demo-office');
  if (!office) throw new Error('the demo city has no office account');
  return { all: [...people, ...administrators], reviewerOf, office };
}

/** Who heads a county's appraisal office runs the county's methods. */
function countyOffice(units: readonly DemoUnit[], { unit, position }: DemoOfficer): DemoAccount['grants'] {
  const county = units.find(({ id }) => id === unit.parentId);
  return unit.kind === 'office' && county?.kind === 'county' && position !== '民警'
    ? [{ role: 'office', unit: county }]
    : [];
}
