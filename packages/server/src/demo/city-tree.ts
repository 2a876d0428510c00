import type { SeededRandom } from './seeded-random.ts';

/** A unit of the fictional 江临市. Codes begin with 9900, an area that does not exist. */
export interface DemoUnit {
  readonly id: string;
  readonly parentId: string | null;
  readonly code: string;
  readonly name: string;
  readonly kind:
    | 'bureau'
    | 'office'
    | 'county'
    | 'detachment'
    | 'department'
    | 'brigade'
    | 'station'
    | 'squad';
  readonly level: 1 | 2 | 3 | 4;
  readonly path: string;
  readonly aliases: readonly string[];
}

const departments = ['政治部', '指挥中心', '纪检监察室', '警务保障部', '科技信息化支队', '目标考核办公室'];
const detachments = [
  '警务督察支队',
  '法制支队',
  '刑事侦查支队',
  '治安管理支队',
  '交通警察支队',
  '经济犯罪侦查支队',
  '禁毒支队',
  '网络安全保卫支队',
  '巡逻特警支队',
  '反恐怖支队',
  '出入境管理支队',
  '监所管理支队',
  '食品药品环境侦查支队',
  '户政管理支队',
  '警务航空支队',
  '水上治安支队',
  '轨道交通治安支队',
  '森林治安支队',
  '机场治安支队',
  '情报支队',
  '警察训练支队',
  '信访支队',
];
const counties = [
  '清河',
  '临溪',
  '安平',
  '永宁',
  '青山',
  '广南',
  '东川',
  '西岭',
  '白水',
  '龙湖',
  '石门',
  '云台',
];
const branches = ['城东', '城西', '城南', '城北', '高新'];
const countyBrigades = ['刑事侦查大队', '治安管理大队', '交通警察大队', '法制大队', '巡逻特警大队'];
/** The offices of a small county sit in one: methods name them apart, and work goes to the one there is. */
const officePlates = ['考核办', '政工室', '政治处', '办公室', '督察大队', '纪检督察室'];
const stationNames = [
  '城关',
  '北街',
  '河东',
  '柳林',
  '桥头',
  '南湖',
  '双塔',
  '西园',
  '青石',
  '枫桥',
  '新市',
  '古渡',
];
const detachmentBrigades = ['一大队', '二大队'];
const squads = ['案件办理中队', '社区警务中队'];

/** 28 departments and detachments, 12 county bureaus, 5 branches, stations and brigades below, squads in stations. */
export function makeCityTree(random: SeededRandom): DemoUnit[] {
  const units: DemoUnit[] = [];
  const add = (
    parent: DemoUnit | null,
    code: string,
    name: string,
    kind: DemoUnit['kind'],
    aliases: string[] = [],
  ) => {
    const level = ((parent?.level ?? 0) + 1) as DemoUnit['level'];
    const path = `${parent?.path ?? ''}${code}/`;
    const unit: DemoUnit = {
      id: random.uuid(),
      parentId: parent?.id ?? null,
      code,
      name,
      kind,
      level,
      path,
      aliases,
    };
    units.push(unit);
    return unit;
  };
  const city = add(null, '990000000000', '江临市公安局', 'bureau', ['江临市局', '市局']);
  for (const [index, name] of [...departments, ...detachments].entries()) {
    const department = departments.includes(name);
    const unit = add(
      city,
      `990000${two(index + 1)}0000`,
      name,
      name.endsWith('办公室') ? 'office' : department ? 'department' : 'detachment',
      // Its second name-plate: the methods for every officer call it so.
      name.endsWith('办公室') ? ['全员考核办公室'] : [],
    );
    if (department) continue;
    for (const [place, brigade] of detachmentBrigades.entries()) {
      add(
        unit,
        `990000${two(index + 1)}${two(place + 1)}00`,
        `${name.replace('支队', '')}${brigade}`,
        'brigade',
      );
    }
  }
  for (const [index, name] of counties.entries())
    addCounty(add, city, two(index + 21), `${name}县公安局`, name, 6);
  for (const [index, name] of branches.entries())
    addCounty(add, city, two(index + 1), `${name}分局`, name, 5);
  return units;
}

type Add = (
  parent: DemoUnit | null,
  code: string,
  name: string,
  kind: DemoUnit['kind'],
  aliases?: string[],
) => DemoUnit;

function addCounty(
  add: Add,
  city: DemoUnit,
  area: string,
  name: string,
  short: string,
  stations: number,
): void {
  const bureau = add(city, `9900${area}000000`, name, 'county', [`${short}局`]);
  add(bureau, `9900${area}010000`, `${short}考核办公室`, 'office', [...officePlates]);
  for (const [index, brigade] of countyBrigades.entries()) {
    add(bureau, `9900${area}${two(index + 10)}0000`, `${short}${brigade}`, 'brigade', [brigade]);
  }
  for (let place = 0; place < stations; place += 1) {
    const stationName = stationNames[(Number(area) + place) % stationNames.length] ?? '中心';
    const station = add(
      bureau,
      `9900${area}${two(place + 51)}0000`,
      `${short}${stationName}派出所`,
      'station',
      [`${short}${stationName}所`],
    );
    for (const [order, squad] of squads.entries())
      add(
        station,
        `9900${area}${two(place + 51)}${two(order + 1)}00`,
        `${short}${stationName}所${squad}`,
        'squad',
      );
  }
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
