import type { bulletins, periods } from '@mingji/contract';

type Period = Pick<periods.PeriodView, 'id' | 'kind' | 'state' | 'from' | 'to' | 'own'> & {
  readonly ruleSet: Pick<periods.PeriodView['ruleSet'], 'id' | 'name'>;
};

/** The methods that have periods, those of the reader's own unit first. */
export function methodsOf(all: readonly Period[]): { readonly id: string; readonly name: string }[] {
  const found = new Map<string, { id: string; name: string; own: boolean }>();
  for (const { ruleSet, own } of all) found.set(ruleSet.id, { id: ruleSet.id, name: ruleSet.name, own });
  return [...found.values()].sort((a, b) => Number(b.own) - Number(a.own));
}

/** How many months a report of this kind covers. */
const MONTHS: Partial<Record<bulletins.BulletinKind, number>> = { quarterly: 3, halfYearly: 6, yearly: 12 };

/**
 * The periods such a report is usually about: the one under way for a weekly, the newest published for a monthly, the
 * months of the newest finished quarter, half or year for the longer ones.
 */
export function choosePeriods(
  all: readonly Period[],
  kind: bulletins.BulletinKind,
  ruleSetId: string,
): string[] {
  const own = all.filter(({ ruleSet }) => ruleSet.id === ruleSetId);
  const newest = (list: readonly Period[]) => [...list].sort((a, b) => (a.to < b.to ? 1 : -1));
  if (kind === 'weekly') {
    return newest(own.filter(({ state }) => state === 'open'))
      .slice(0, 1)
      .map(({ id }) => id);
  }
  const published = newest(own.filter(({ state }) => state === 'inNotice' || state === 'sealed'));
  const months = MONTHS[kind];
  const last = published[0];
  if (!last || months === undefined || last.kind !== 'month') return last ? [last.id] : [];
  const closing = published.find(({ to }) => Number(to.slice(5, 7)) % months === 0) ?? last;
  const from = published.indexOf(closing);
  return published
    .slice(from, from + months)
    .reverse()
    .map(({ id }) => id);
}

const KINDS: Readonly<Record<Period['kind'], bulletins.BulletinKind>> = {
  week: 'weekly',
  month: 'monthly',
  quarter: 'quarterly',
  half: 'halfYearly',
  year: 'yearly',
  special: 'operation',
};

/** What a report about one period is filled in with; of one still under way it is a progress report. */
export function valuesAbout({ id, kind, state, ruleSet }: Period) {
  const published = state === 'inNotice' || state === 'sealed';
  return { kind: published ? KINDS[kind] : ('weekly' as const), ruleSetId: ruleSet.id, periodIds: [id] };
}
