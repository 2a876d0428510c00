import type { Indicator } from '@mingji/engine';
import type { DemoUnit } from './city-tree.ts';
import type { DemoMonth } from './demo-calendar.ts';
import { type BookedFact, dayIn } from './month-work.ts';
import type { SeededRandom } from './seeded-random.ts';

/** What a county bureau or detachment is scored for as a unit, beside its officers (P2: 目标责任 and 岗位责任). */
const unitHabits = [
  { indicator: 'training', event: 'attended', share: 0.95, times: [1, 4], reason: '组织全员实战训练' },
  { indicator: 'research', event: 'city', share: 0.5, times: [1, 3], reason: '工作信息被市局采用' },
  { indicator: 'research', event: 'province', share: 0.15, times: [1, 1], reason: '经验做法被省厅采用' },
  { indicator: 'housekeeping', event: 'fault', share: 0.3, times: [1, 4], reason: '内务检查发现问题' },
  { indicator: 'hazards', event: 'mended', share: 0.8, times: [2, 14], reason: '督促重点场所隐患整改' },
  { indicator: 'mediation', event: 'settled', share: 0.6, times: [1, 6], reason: '牵头化解疑难纠纷' },
  { indicator: 'caseFiles', event: 'excellent', share: 0.25, times: [1, 2], reason: '案卷被评为优秀案卷' },
  { indicator: 'caseFiles', event: 'flaw', share: 0.6, times: [1, 9], reason: '案卷评查发现瑕疵' },
  { indicator: 'satisfaction', event: 'satisfied', share: 0.9, times: [4, 25], reason: '接处警回访满意' },
  {
    indicator: 'satisfaction',
    event: 'dissatisfied',
    share: 0.2,
    times: [1, 2],
    reason: '回访不满意经核实属实',
  },
  { indicator: 'notice', event: 'named', share: 0.06, times: [1, 1], reason: '被督察通报' },
] as const;

export function unitMonth(
  random: SeededRandom,
  rules: ReadonlyMap<string, Indicator>,
  unit: DemoUnit,
  month: DemoMonth,
  until: string,
): BookedFact[] {
  const facts: BookedFact[] = [];
  for (const habit of unitHabits) {
    const indicator = rules.get(habit.indicator);
    if (!indicator || !random.chance(habit.share)) continue;
    const scoring = indicator.scoring;
    const named =
      'events' in scoring ? scoring.events.find((event) => event.code === habit.event) : undefined;
    if (!named) continue;
    const times = random.between(habit.times[0], habit.times[1]);
    facts.push({
      subjectKind: 'unit',
      subjectId: unit.id,
      unitId: unit.id,
      indicator,
      kind: 'event',
      event: habit.event,
      quantity: String(times),
      chosen: null,
      booked: String(Math.round(Number(named.points) * 100 * times) / 100),
      matter: scoring.family === 'ladder' ? `${month.label}-${unit.code}-${habit.event}` : null,
      day: dayIn(random, month, until),
      reason: habit.reason,
    });
  }
  return facts;
}
