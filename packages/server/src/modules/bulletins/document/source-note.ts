import { type Figures, isSealed } from '../figures/figures.ts';

const two = (value: number) => String(value).padStart(2, '0');

/** One for each zone: the receipts of fifteen thousand readers tell as many moments. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** 2026年9月25日16时05分, in the bureau's zone. */
export function momentText(instant: string, timeZone: string): string {
  const part = momentParts(instant, timeZone);
  return `${part('year')}年${part('month')}月${part('day')}日${part('hour')}时${two(part('minute'))}分`;
}

function momentParts(instant: string, timeZone: string): (type: string) => number {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' },
      hourCycle: 'h23',
    });
  formats.set(timeZone, format);
  const parts = format.formatToParts(new Date(instant));
  return (type) => Number(parts.find((each) => each.type === type)?.value);
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
  const part = momentParts(newest(figures), figures.timeZone);
  return `${part('month')}月${part('day')}日`;
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
