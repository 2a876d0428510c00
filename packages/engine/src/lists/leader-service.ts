import { chineseDate, civilFromDays, parseDay } from '../kernel/instant.ts';

/** Who leads a unit now. */
export interface LeaderFact {
  readonly subject: string;
  readonly name: string;
  readonly since: string;
}

export interface LeaderService {
  readonly name: string;
  readonly since: string;
  /** Full months on the day asked about. */
  readonly months: number;
}

function monthsOf(day: string): { readonly months: number; readonly day: number } {
  const days = parseDay(day);
  if (days === undefined) throw new TypeError(`not a day: ${day}`);
  const civil = civilFromDays(days);
  return { months: civil.year * 12 + civil.month, day: civil.day };
}

/** How long the present leader has served; it goes with a finding, so that nobody answers for another's years (§12). */
export function leaderService(leader: LeaderFact, asOf: string): LeaderService {
  const start = monthsOf(leader.since);
  const end = monthsOf(asOf);
  const months = end.months - start.months - (end.day < start.day ? 1 : 0);
  return { name: leader.name, since: leader.since, months: Math.max(0, months) };
}

export function serviceText(service: LeaderService | null, asOf: string): string {
  if (service === null) return '现任负责人任职时间未登记，请先核实';
  return `现任负责人${service.name}自${chineseDate(service.since)}任职，至${chineseDate(asOf)}满 ${service.months} 个月`;
}
