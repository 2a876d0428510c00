import type { Selectable } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { Submission } from '../../db/schema.generated.ts';
import type { WorkSubject } from '../ledger/index.ts';
import type { namedAssignment } from '../review-duties/index.ts';
import type { VersionRow } from './find-submission.ts';
import type { ListedSubmission } from './queries/submission-rows.ts';

interface HandedIn {
  readonly row: Selectable<Submission>;
  readonly version: VersionRow;
  readonly subject: WorkSubject;
  readonly ownerName: string;
  readonly assigned: Pick<Awaited<ReturnType<typeof namedAssignment>>, 'assigneeName' | 'standsInForName'>;
}

/**
 * The row of a list as it would be read back, made of what was just written: on the last evening thousands hand in
 * at once, and reading it back would be the dearest statement of all.
 */
export function newlyHandedIn(
  ctx: Ctx,
  { row, version, subject, ownerName, assigned }: HandedIn,
): ListedSubmission {
  return {
    ...row,
    subject_kind: subject.kind,
    subject_name: subject.name,
    subject_code: subject.code,
    subject_unit_name: subject.unitName,
    owner_unit_name: ownerName,
    author_name: ctx.actor.displayName,
    decided_by_name: null,
    title: version.title,
    event_code: version.event_code,
    quantity: version.quantity,
    of_quantity: version.of_quantity,
    occurred_on: version.occurred_on,
    matter_key: version.matter_key,
    file_count: version.file_ids.length,
    return_reason: null,
    booked_points: null,
    taken_by_name: null,
    assignee_name: assigned.assigneeName,
    stands_in_for_name: assigned.standsInForName,
  };
}
