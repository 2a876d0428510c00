import { type ListRules, type RuleSet, type Subject, type SubjectKind, zeroList } from '@mingji/engine';
import type { Reader } from '../../db/database.ts';
import { acceptedWork } from './accepted-work.ts';
import { presentDays } from './present-days.ts';

/** A subject of the month as the roster has it. */
export interface Appraised {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly name: string;
  readonly code: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitPath: string;
  /** Who is exempt is not appraised: having nothing is no zero. */
  readonly status?: Subject['status'];
}
export interface ZeroListPeriod {
  readonly id: string;
  readonly bureauId: string;
  readonly toOn: string;
  readonly ruleSet: Pick<RuleSet, 'attendance' | 'lists'>;
}
export interface ZeroListMemberRow {
  readonly subject: Appraised;
  readonly list: 'listed' | 'unknown';
  readonly accepted: number;
  readonly presentDays: string | null;
  readonly reason: string;
}
export interface ZeroListContent {
  readonly appraised: Readonly<Record<SubjectKind, number>>;
  readonly rows: readonly ZeroListMemberRow[];
}

/** Who had no accepted work in the month though present (§12, P16); units with what their people did. */
export async function zeroListContent(
  reader: Reader,
  period: ZeroListPeriod,
  rules: NonNullable<ListRules['zeroList']>,
  all: readonly Appraised[],
): Promise<ZeroListContent> {
  const subjects = all.filter(({ status }) => status !== 'exempt');
  const accepted = await acceptedWork(reader, period, subjects);
  const present = await presentDays(reader, period);
  const members = subjects.map(({ id, kind }) => ({
    subject: id,
    kind,
    accepted: accepted.get(id) ?? 0,
    presentDays: present.get(id) ?? null,
  }));
  const found = zeroList(rules, members);
  const byId = new Map(subjects.map((subject) => [subject.id, subject]));
  const rowsOf = (list: ZeroListMemberRow['list']) =>
    found[list].flatMap(({ subject: id, reason }): ZeroListMemberRow[] => {
      const subject = byId.get(id);
      return subject === undefined
        ? []
        : [{ subject, list, accepted: 0, presentDays: present.get(id) ?? null, reason }];
    });
  return {
    appraised: { officer: count(subjects, 'officer'), unit: count(subjects, 'unit') },
    rows: [...rowsOf('listed'), ...rowsOf('unknown')],
  };
}

function count(subjects: readonly Appraised[], kind: SubjectKind): number {
  return subjects.filter((subject) => subject.kind === kind).length;
}
