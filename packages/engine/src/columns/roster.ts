import type { Refusals } from '../kernel/refusal.ts';
import { type RankGroups, rankGroups } from '../ranking/rank-groups.ts';
import type { Subject } from '../rules/facts.ts';
import { classify, type SubjectClasses } from './row-treatment.ts';

/** The subjects of a period, looked up in every way that scoring needs. */
export interface Roster {
  readonly subjects: readonly Subject[];
  /** Id → position. */
  readonly index: ReadonlyMap<string, number>;
  readonly classes: SubjectClasses;
  readonly groups: RankGroups;
}

/** An id that stands twice is refused. */
export function readRoster(
  subjects: readonly Subject[],
  isTraced: (subject: Subject) => boolean,
  refusals: Refusals,
): Roster {
  const index = new Map<string, number>();
  for (const [at, subject] of subjects.entries()) {
    if (index.has(subject.id)) {
      refusals.add(
        'subjectDuplicate',
        `subjects[${at}].id`,
        `对象“${subject.id}”在名单中出现两次，请去掉一个`,
      );
    }
    index.set(subject.id, at);
  }
  return { subjects, index, classes: classify(subjects, isTraced), groups: rankGroups(subjects) };
}
