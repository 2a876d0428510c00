import type { workbench } from '@mingji/contract';

const SOON_MS = 3 * 86_400_000;

export interface Waiting {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  readonly count?: number;
  readonly dueAt?: Date | null;
  readonly address: string;
}

/** Overdue, due within three days, or not pressing; what is due first stands first. */
export function byDeadline(now: Date, waiting: readonly Waiting[]): workbench.WorkbenchItem[] {
  const dueOf = (item: Waiting) => item.dueAt?.getTime() ?? Number.POSITIVE_INFINITY;
  return [...waiting]
    .sort((a, b) => dueOf(a) - dueOf(b))
    .slice(0, 100)
    .map((item) => ({
      key: item.key,
      title: item.title,
      detail: item.detail,
      count: item.count ?? null,
      dueAt: item.dueAt?.toISOString() ?? null,
      urgency: urgencyOf(now, item.dueAt ?? null),
      address: item.address,
    }));
}

function urgencyOf(now: Date, dueAt: Date | null): workbench.WorkbenchItem['urgency'] {
  if (dueAt === null) return 'normal';
  const left = dueAt.getTime() - now.getTime();
  if (left < 0) return 'overdue';
  return left <= SOON_MS ? 'soon' : 'normal';
}
