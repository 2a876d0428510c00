import type { submissions } from '@mingji/contract';
import type { z } from 'zod';

export type ReportPeriod = z.output<typeof submissions.getReportForm.response>['periods'][number];
export type ReportIndicator = ReportPeriod['indicators'][number];

const RECENT = 4;

/** What the picker shows: recently used ones first, then all by module, both narrowed by the text. */
export function chooseIndicators(indicators: readonly ReportIndicator[], text: string) {
  const wanted = text.trim();
  const found = indicators.filter((each) =>
    `${each.name} ${each.itemName} ${each.moduleName} ${each.clause}`.includes(wanted),
  );
  const recent =
    wanted === ''
      ? [...indicators]
          .filter((each) => each.lastUsedAt !== null)
          .sort((a, b) => (b.lastUsedAt ?? '').localeCompare(a.lastUsedAt ?? ''))
          .slice(0, RECENT)
      : [];
  const modules = new Map<string, ReportIndicator[]>();
  for (const each of found) modules.set(each.moduleName, [...(modules.get(each.moduleName) ?? []), each]);
  return { recent, modules: [...modules].map(([name, list]) => ({ name, list })) };
}
