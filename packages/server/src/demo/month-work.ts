import type { Indicator, RuleSet } from '@mingji/engine';
import { addDays, type DemoMonth } from './demo-calendar.ts';
import type { DemoOfficer } from './people.ts';
import type { SeededRandom } from './seeded-random.ts';

/** One thing that happened and was booked, before it is a ledger row. */
export interface BookedFact {
  readonly subjectKind: 'officer' | 'unit';
  readonly subjectId: string;
  readonly unitId: string;
  readonly indicator: Indicator;
  readonly kind: 'event' | 'measure';
  readonly event: string | null;
  readonly quantity: string | null;
  readonly chosen: string | null;
  readonly booked: string | null;
  readonly matter: string | null;
  readonly day: string;
  readonly reason: string;
}

/** How often an officer's month shows each kind of work; the share of officers, and how many times. */
interface Habit {
  readonly indicator: string;
  readonly event?: string;
  readonly share: number;
  readonly times: readonly [number, number];
  readonly chosen?: readonly [string, ...string[]];
  readonly reasons: readonly [string, ...string[]];
  readonly only?: 'ground';
}

const habits: readonly Habit[] = [
  {
    indicator: 'training',
    event: 'attended',
    share: 0.9,
    times: [1, 3],
    reasons: ['参加全局法治培训', '参加警务技能训练', '参加政治理论学习', '参加急救技能培训'],
  },
  {
    indicator: 'training',
    event: 'absent',
    share: 0.02,
    times: [1, 1],
    reasons: ['应参加月度训练未参加，无请假手续'],
  },
  {
    indicator: 'research',
    event: 'city',
    share: 0.05,
    times: [1, 1],
    reasons: ['《辖区电动车防盗情况分析》被市局采用', '《夜市治安管理做法》被市局采用'],
  },
  {
    indicator: 'research',
    event: 'province',
    share: 0.01,
    times: [1, 1],
    reasons: ['《矛盾纠纷分级化解经验》被省厅采用'],
  },
  {
    indicator: 'housekeeping',
    event: 'fault',
    share: 0.06,
    times: [1, 2],
    reasons: ['值班室物品摆放不规范', '装备柜登记不及时'],
  },
  {
    indicator: 'mediation',
    event: 'settled',
    share: 0.5,
    times: [1, 3],
    reasons: ['调解邻里噪声纠纷，已回访', '化解房屋租赁纠纷，双方签订协议', '调解家庭矛盾，连续回访稳定'],
    only: 'ground',
  },
  {
    indicator: 'hazards',
    event: 'mended',
    share: 0.4,
    times: [1, 4],
    reasons: ['督促沿街商铺清理疏散通道', '督促学校门口增设隔离设施', '督促小区更换失效灭火器'],
    only: 'ground',
  },
  {
    indicator: 'hazards',
    event: 'missed',
    share: 0.02,
    times: [1, 1],
    reasons: ['辖区仓库隐患由上级检查发现'],
    only: 'ground',
  },
  { indicator: 'caseFiles', event: 'excellent', share: 0.04, times: [1, 1], reasons: ['案卷被评为优秀案卷'] },
  {
    indicator: 'caseFiles',
    event: 'flaw',
    share: 0.12,
    times: [1, 4],
    reasons: ['询问笔录时间填写不完整', '文书送达回证缺签收日期', '证据清单编号不连续'],
  },
  {
    indicator: 'satisfaction',
    event: 'satisfied',
    share: 0.5,
    times: [2, 8],
    reasons: ['接处警回访满意'],
    only: 'ground',
  },
  {
    indicator: 'satisfaction',
    event: 'dissatisfied',
    share: 0.02,
    times: [1, 1],
    reasons: ['回访反映未告知处理结果，经核实属实'],
    only: 'ground',
  },
  {
    indicator: 'operation',
    share: 0.35,
    times: [1, 1],
    chosen: ['2', '3', '3.5', '4', '4.5', '5'],
    reasons: ['平安守护专项行动阶段任务完成情况'],
  },
  { indicator: 'attendanceRecord', event: 'full', share: 0.8, times: [1, 1], reasons: ['当月全勤'] },
  {
    indicator: 'attendanceRecord',
    event: 'late',
    share: 0.08,
    times: [1, 2],
    reasons: ['早操点名迟到', '下午上班迟到'],
  },
  { indicator: 'duty', event: 'away', share: 0.015, times: [1, 1], reasons: ['夜间值班抽查不在位'] },
  {
    indicator: 'merit',
    event: 'commendation',
    share: 0.01,
    times: [1, 1],
    reasons: ['在专项行动中表现突出，获嘉奖'],
  },
  {
    indicator: 'merit',
    event: 'thirdClass',
    share: 0.003,
    times: [1, 1],
    reasons: ['侦破系列盗窃案，记三等功'],
  },
  {
    indicator: 'praise',
    event: 'letter',
    share: 0.05,
    times: [1, 1],
    reasons: ['群众送锦旗致谢', '走失老人家属来信表扬'],
  },
  { indicator: 'notice', event: 'named', share: 0.008, times: [1, 1], reasons: ['警容风纪问题被督察通报'] },
];

/** What officers do by quantity: the yearly target of one officer, and the spread of a month around its twelfth. */
export const officerTargets = [
  { indicator: 'visits', yearly: 120, spread: [7, 12], reason: '入户走访与行业场所检查' },
  { indicator: 'antiFraud', yearly: 240, spread: [14, 25], reason: '反诈宣传入户' },
] as const;

/** A month of one officer under the city platform; `until` cuts the current month off. */
export function officerMonth(
  random: SeededRandom,
  rules: ReadonlyMap<string, Indicator>,
  officer: DemoOfficer,
  month: DemoMonth,
  until: string,
): BookedFact[] {
  const ground = officer.unit.kind === 'squad' || officer.unit.kind === 'station';
  const diligence = 0.75 + random.next() * 0.5;
  const facts: BookedFact[] = [];
  for (const habit of habits) {
    if (habit.only === 'ground' && !ground) continue;
    const indicator = rules.get(habit.indicator);
    const gain = habit.event === undefined || pointsOf(indicator, habit.event) > 0;
    if (!indicator || !random.chance(gain ? habit.share * diligence : habit.share)) continue;
    facts.push(factOfHabit(random, officer, indicator, habit, dayIn(random, month, until)));
  }
  if (ground) {
    for (const target of officerTargets) {
      const indicator = rules.get(target.indicator);
      if (!indicator || until < month.firstDay) continue;
      const [low, high] = target.spread;
      const quantity = Math.max(0, Math.round(random.between(low, high) * Math.min(1.1, diligence)));
      if (quantity === 0) continue;
      facts.push({
        ...common(officer, indicator, dayIn(random, month, until), target.reason),
        kind: 'measure',
        quantity: String(quantity),
      });
    }
  }
  return facts;
}

function factOfHabit(
  random: SeededRandom,
  officer: DemoOfficer,
  indicator: Indicator,
  habit: Habit,
  day: string,
): BookedFact {
  const fact = common(officer, indicator, day, random.pick(habit.reasons));
  if (habit.chosen) {
    const chosen = random.pick(habit.chosen);
    return { ...fact, chosen, booked: chosen };
  }
  const [low, high] = habit.times;
  const times = random.between(low, high);
  const hundredths = Math.round(pointsOf(indicator, habit.event ?? '') * 100) * times;
  const ladder = indicator.scoring.family === 'ladder';
  return {
    ...fact,
    event: habit.event ?? null,
    quantity: String(times),
    booked: String(hundredths / 100),
    matter: ladder ? `${day.replaceAll('-', '')}-${officer.policeNo}` : null,
  };
}

function common(officer: DemoOfficer, indicator: Indicator, day: string, reason: string): BookedFact {
  return {
    subjectKind: 'officer',
    subjectId: officer.id,
    unitId: officer.unit.id,
    indicator,
    kind: 'event',
    event: null,
    quantity: null,
    chosen: null,
    booked: null,
    matter: null,
    day,
    reason,
  };
}

function pointsOf(indicator: Indicator | undefined, event: string): number {
  const scoring = indicator?.scoring;
  if (!scoring || !('events' in scoring)) return 0;
  return Number(scoring.events.find((each) => each.code === event)?.points ?? 0);
}

export function dayIn(random: SeededRandom, month: DemoMonth, until: string): string {
  const last = until < month.lastDay ? until : month.lastDay;
  const days = Math.max(0, Math.round((Date.parse(last) - Date.parse(month.firstDay)) / 86_400_000));
  return addDays(month.firstDay, random.between(0, days));
}

export function indicatorsByCode(ruleSet: RuleSet): Map<string, Indicator> {
  const all = ruleSet.modules.flatMap((module) => module.items.flatMap((item) => item.indicators));
  return new Map(all.map((indicator) => [indicator.code, indicator]));
}
