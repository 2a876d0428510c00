import type { Indicator } from '@mingji/engine';
import type { DemoUnit } from './city-tree.ts';
import type { DemoMonth } from './demo-calendar.ts';
import { type BookedFact, dayIn } from './month-work.ts';
import type { SeededRandom } from './seeded-random.ts';

/** Yearly targets of one station under the station method. */
export const stationTargets = [
  { indicator: 'venues', yearly: 240, unit: '家次', reason: '行业场所检查登记' },
  { indicator: 'scenes', yearly: 96, unit: '起', reason: '现场勘查与回访' },
  { indicator: 'antiFraud', yearly: 3600, unit: '户', reason: '反诈宣传入户登记' },
  { indicator: 'visits', yearly: 480, unit: '人次', reason: '重点人员走访' },
  { indicator: 'cameras', yearly: 12, unit: '处', reason: '技防设施建成验收' },
  { indicator: 'reports', yearly: 60, unit: '条', reason: '情报信息报送' },
] as const;

const findings = [
  { indicator: 'duty', event: 'away', share: 0.15, times: [1, 2], reason: '夜间抽查一人次不在位' },
  { indicator: 'appearance', event: 'fault', share: 0.25, times: [1, 3], reason: '巡检发现着装不规范' },
  { indicator: 'training', event: 'missed', share: 0.2, times: [1, 3], reason: '月度训练缺训' },
  { indicator: 'leads', event: 'overdue', share: 0.15, times: [1, 3], reason: '线索核查反馈超期' },
  { indicator: 'filing', event: 'late', share: 0.2, times: [1, 3], reason: '24 小时内未呈请受立案' },
  { indicator: 'caseFiles', event: 'flaw', share: 0.5, times: [1, 6], reason: '案卷评查发现瑕疵' },
  { indicator: 'caseFiles', event: 'failed', share: 0.06, times: [1, 1], reason: '案卷评查不合格' },
] as const;

/** A month of one station: what it reached of its targets, what inspections found, the rates of the month. */
export function stationMonth(
  random: SeededRandom,
  rules: ReadonlyMap<string, Indicator>,
  station: DemoUnit,
  month: DemoMonth,
  until: string,
): BookedFact[] {
  const facts: BookedFact[] = [];
  const add = (code: string, day: string, reason: string, more: Partial<BookedFact>) => {
    const indicator = rules.get(code);
    if (indicator) facts.push({ ...blank(station, indicator, day, reason), ...more });
  };
  const elapsed = until < month.lastDay ? 0.6 : 1;
  for (const target of stationTargets) {
    const share = (target.yearly / 12) * elapsed * (0.75 + random.next() * 0.4);
    add(target.indicator, dayIn(random, month, until), target.reason, {
      kind: 'measure',
      quantity: String(Math.round(share)),
    });
  }
  for (const finding of findings) {
    if (!random.chance(finding.share)) continue;
    const times = random.between(finding.times[0], finding.times[1]);
    const scoring = rules.get(finding.indicator)?.scoring;
    const points =
      scoring && 'events' in scoring
        ? Number(scoring.events.find((each) => each.code === finding.event)?.points ?? 0)
        : 0;
    add(finding.indicator, dayIn(random, month, until), finding.reason, {
      event: finding.event,
      quantity: String(times),
      booked: String(Math.round(points * 100 * times) / 100),
    });
  }
  if (random.chance(0.05)) {
    const chosen = random.pick(['-1', '-1.5', '-2', '-3']);
    add('petitions', dayIn(random, month, until), '信访反映办案超期，经查属实', { chosen, booked: chosen });
  }
  const closing = until < month.lastDay ? until : month.lastDay;
  add('registration', closing, '实有人口登记抽查', {
    kind: 'measure',
    quantity: `${random.between(930, 995) / 10}`,
  });
  add('hazards', closing, '治安隐患整改率通报', {
    kind: 'measure',
    quantity: String(random.between(82, 100)),
  });
  add('preventable', closing, '可防性案件月度统计', {
    kind: 'measure',
    quantity: String(random.between(2, 8)),
  });
  return facts;
}

function blank(station: DemoUnit, indicator: Indicator, day: string, reason: string): BookedFact {
  return {
    subjectKind: 'unit',
    subjectId: station.id,
    unitId: station.id,
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
