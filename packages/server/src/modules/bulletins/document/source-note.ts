import { type Figures, isSealed } from '../figures/figures.ts';

const two = (value: number) => String(value).padStart(2, '0');

/** 2026年9月25日16时05分, in the bureau's zone. */
export function momentText(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' },
    hourCycle: 'h23',
  }).formatToParts(new Date(instant));
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  return `${part('year')}年${part('month')}月${part('day')}日${part('hour')}时${two(part('minute'))}分`;
}

/** How settled the numbers are: the seals by number, or as of when and not sealed. */
export function standingText(figures: Pick<Figures, 'sources' | 'timeZone'>): string {
  if (isSealed(figures)) {
    const numbers = figures.sources.map(({ sealNo }) => `第${sealNo}号`).join('、');
    return `已封存（封存${numbers}）`;
  }
  return `截至${asOfText(figures)}，未封存`;
}

export function asOfText({ sources, timeZone }: Pick<Figures, 'sources' | 'timeZone'>): string {
  const latest =
    sources
      .map(({ asOf }) => asOf)
      .sort()
      .at(-1) ?? '';
  return momentText(latest, timeZone);
}

/** The line under a table: whose numbers these are. */
export function sourceNote(figures: Figures): string {
  return `数据来源：${figures.ruleSetName}，${figures.label}，${standingText(figures)}。`;
}
