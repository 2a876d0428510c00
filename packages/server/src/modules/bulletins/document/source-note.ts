import { chineseDate } from '@mingji/engine';
import { localDay, localMoment } from '../../../local-day.ts';
import { type Figures, isSealed } from '../figures/figures.ts';

/** 2026年9月25日16时05分, in the bureau's zone. */
export function momentText(instant: string, timeZone: string): string {
  const { day, hour, minute } = localMoment(new Date(instant), timeZone);
  return `${chineseDate(day)}${Number(hour)}时${minute}分`;
}

/** How settled the numbers are: the seals by number, or as of when and not sealed. */
export function standingText(figures: Pick<Figures, 'sources' | 'timeZone'>): string {
  if (isSealed(figures)) {
    const numbers = figures.sources.map(({ sealNo }) => `第${sealNo}号`).join('、');
    return `已封存（封存${numbers}）`;
  }
  return `截至${asOfText(figures)}，未封存`;
}

export function asOfText(figures: Pick<Figures, 'sources' | 'timeZone'>): string {
  return momentText(newest(figures), figures.timeZone);
}

/** 11月20日: what tells one week's report from the next one's. */
export function asOfDayText(figures: Pick<Figures, 'sources' | 'timeZone'>): string {
  return chineseDate(localDay(new Date(newest(figures)), figures.timeZone)).replace(/^\d+年/, '');
}

function newest({ sources }: Pick<Figures, 'sources'>): string {
  return (
    sources
      .map(({ asOf }) => asOf)
      .sort()
      .at(-1) ?? ''
  );
}

/** The line under a table: whose numbers these are. */
export function sourceNote(figures: Figures): string {
  return `数据来源：${figures.ruleSetName}，${figures.label}，${standingText(figures)}。`;
}
