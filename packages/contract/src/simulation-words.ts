import type { MoveCause, RuleChangeView } from './simulations.ts';

const KINDS = { added: '新增', removed: '删除', changed: '修改' } as const;

/** 修改指标“值班备勤” */
export function changeWords({ kind, part, name }: Pick<RuleChangeView, 'kind' | 'part' | 'name'>): string {
  return `${KINDS[kind]}${part}“${name}”`;
}

export interface CauseWords {
  /** Where the points moved. */
  readonly place: string;
  /** The rule change that did it. */
  readonly change: string;
  /** The sentence the change rests on. */
  readonly clause: string | null;
}

/** What moved a score, in words; the amount stands beside it. */
export function causeWords(cause: MoveCause, changes: ReadonlyMap<string, RuleChangeView>): CauseWords {
  const change = cause.change === null ? undefined : changes.get(cause.change);
  return {
    place: placeWords(cause),
    change: change === undefined ? '由其他变动引起' : behind(cause, change),
    clause: change?.clause ?? null,
  };
}

/** The place is not named a second time when it is what was changed. */
function behind(cause: MoveCause, change: RuleChangeView): string {
  if (cause.place === 'indicator' && change.key === `指标 ${cause.code}`) return `规则${KINDS[change.kind]}`;
  return changeWords(change);
}

function placeWords({ place, name }: MoveCause): string {
  switch (place) {
    case 'indicator':
      return `指标“${name}”`;
    case 'item':
      return `项目“${name}”的限额或占比`;
    case 'module':
      return `模块“${name}”的权重或限额`;
    case 'total':
      return '总分的折算或修约';
  }
}
