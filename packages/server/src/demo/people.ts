import type { DemoUnit } from './city-tree.ts';
import { addDays } from './demo-calendar.ts';
import type { SeededRandom } from './seeded-random.ts';

export interface DemoOfficer {
  readonly id: string;
  readonly accountId: string;
  readonly policeNo: string;
  readonly name: string;
  readonly sex: 'male' | 'female';
  readonly idNo: string;
  readonly birth: string;
  readonly joined: string;
  readonly jobRank: string;
  readonly insignia: string;
  readonly politics: string;
  readonly unit: DemoUnit;
  readonly position: string;
  readonly post: string;
}

const surnames = [
  ...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳',
] as [string, ...string[]];
const given = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华慧建文辉力玲燕红梅鑫波斌宇浩凯健俊帆雪晨阳宁博',
] as [string, ...string[]];
const ranks: readonly [string, string][] = [
  ['二级警员', '三级警司'],
  ['一级警员', '二级警司'],
  ['四级警长', '一级警司'],
  ['三级警长', '一级警司'],
  ['二级警长', '三级警督'],
  ['一级警长', '二级警督'],
  ['四级高级警长', '一级警督'],
  ['三级高级警长', '三级警监'],
];

/** How many serve in a unit of this kind, beside its leader. */
const strength: Record<DemoUnit['kind'], readonly [number, number]> = {
  bureau: [4, 4],
  office: [3, 4],
  county: [2, 3],
  detachment: [1, 2],
  department: [5, 7],
  brigade: [6, 9],
  station: [1, 2],
  squad: [4, 5],
};

/** Leaders first, then the others; about 2,400 officers in all. 警号 begin with 9, ID numbers with 990000. */
export function makePeople(random: SeededRandom, units: readonly DemoUnit[], today: string): DemoOfficer[] {
  const officers: DemoOfficer[] = [];
  for (const unit of units) {
    const [low, high] = strength[unit.kind];
    const count = random.between(low, high) + 1;
    for (let place = 0; place < count; place += 1)
      officers.push(makeOfficer(random, unit, place === 0, officers.length, today));
  }
  return officers;
}

function makeOfficer(
  random: SeededRandom,
  unit: DemoUnit,
  leads: boolean,
  index: number,
  today: string,
): DemoOfficer {
  const sex = random.chance(0.82) ? 'male' : 'female';
  const age = leads ? random.between(35, 54) : random.between(23, 57);
  const year = Number(today.slice(0, 4)) - age;
  const birth = `${year}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`;
  const grade = Math.min(ranks.length - 1, Math.floor((age - 22) / 4.5));
  const [jobRank, insignia] = ranks[grade] ?? ['四级警长', '一级警司'];
  return {
    id: random.uuid(),
    accountId: random.uuid(),
    policeNo: String(900_001 + index),
    name: random.pick(surnames) + random.pick(given) + (random.chance(0.7) ? random.pick(given) : ''),
    sex,
    idNo: idNumber(birth, sex, index),
    birth,
    joined: addDays(birth, 365 * 22 + random.between(0, 900)).slice(0, 7),
    jobRank,
    insignia,
    politics: random.pick(['中共党员', '中共党员', '中共党员', '群众', '共青团员']),
    unit,
    position: leads ? leaderPosition(unit) : '民警',
    post: unit.kind === 'squad' ? (unit.name.includes('案件') ? '办案民警' : '社区民警') : '综合岗',
  };
}

function leaderPosition(unit: DemoUnit): string {
  const titles: Record<DemoUnit['kind'], string> = {
    bureau: '局长',
    office: '主任',
    county: '局长',
    detachment: '支队长',
    department: '主任',
    brigade: '大队长',
    station: '所长',
    squad: '中队长',
  };
  return titles[unit.kind];
}

/** GB 11643: the last digit is the check digit of the first seventeen. */
export function idNumber(birth: string, sex: 'male' | 'female', index: number): string {
  const order = ((index % 499) * 2 + (sex === 'male' ? 1 : 0)) % 1000;
  const body = `9900${two(index % 90)}${birth.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, place) => total + weight * Number(body[place]), 0);
  return body + ('10X98765432'[sum % 11] ?? '');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
