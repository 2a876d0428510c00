import { rolesOfEvent } from '@mingji/engine';
import type { Ctx } from '../../context.ts';
import type { Reader, Tx } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';
import {
  eventOf,
  loadSubjects,
  type PlacedIndicator,
  type WorkPeriod,
  type WorkSubject,
} from '../ledger/index.ts';
import { accountsOfOfficers, notify, quoted } from '../notifications/index.ts';

export interface Participant {
  readonly officerId: string;
  readonly role: string;
}
interface Place {
  readonly period: WorkPeriod;
  readonly placed: PlacedIndicator;
  readonly subject: WorkSubject;
}

/** Up or down the line of the unit (P1): nobody names somebody of another branch. */
export function onTheLine(path: string, otherPath: string): boolean {
  return path.startsWith(otherPath) || otherPath.startsWith(path);
}

/** Everything wrong about those named beside the subject is told when it is handed in (P2). */
export async function checkParticipants(
  reader: Reader,
  ctx: Ctx,
  { period, placed, subject }: Place,
  given: { readonly participants: readonly Participant[]; readonly eventCode?: string | undefined },
): Promise<void> {
  const { participants } = given;
  if (participants.length === 0) return;
  const roles = rolesOfEvent(period.ruleSet, eventOf(placed, given.eventCode));
  const named = roles.filter(({ goesTo }) => goesTo === 'named');
  const officers = await loadSubjects(
    reader,
    ctx,
    participants.map(({ officerId }) => ({ kind: 'officer' as const, id: officerId })),
  );
  const seen = new Set<string>();
  const problems = participants.flatMap(({ officerId, role }, at) => {
    const path = `participants.${at}`;
    const officer = officers.get(officerId);
    const name = officer?.name ?? '所选人员';
    const wrong = (message: string) => [{ path, message }];
    if (seen.has(officerId)) return wrong(`“${name}”列了两次，一人只能有一个角色`);
    seen.add(officerId);
    if (!officer || officer.gone) return wrong('所选人员不在册或已离开，请重新选择');
    if (officerId === subject.id) return wrong(`“${name}”是填报对象本人，不必再列`);
    if (!onTheLine(officer.unitPath, subject.unitPath)) {
      return wrong(`“${name}”在“${officer.unitName}”，不在“${subject.unitName}”的上下级单位，不能列入`);
    }
    if (named.some(({ code }) => code === role)) return [];
    return wrong(
      named.length === 0
        ? `“${placed.indicator.name}”的这一情形没有规定共同办理的分值，不能列共同办理人`
        : `“${name}”的角色应为：${named.map((each) => each.name).join('、')}`,
    );
  });
  if (problems.length > 0) {
    throw new Refusal('invalid', problems.map(({ message }) => message).join('；'), problems);
  }
}

/** Kept with the version, and those named learn of it (P2). */
export async function insertParticipants(
  tx: Tx,
  ctx: Ctx,
  place: {
    readonly submissionId: string;
    readonly version: number;
    readonly title: string;
    readonly by: string;
  },
  participants: readonly Participant[],
): Promise<void> {
  if (participants.length === 0) return;
  await tx
    .insertInto('submission_participant')
    .values(
      participants.map(({ officerId, role }) => ({
        submission_id: place.submissionId,
        version: place.version,
        officer_id: officerId,
        role_code: role,
      })),
    )
    .execute();
  const accounts = await accountsOfOfficers(
    tx,
    participants.map(({ officerId }) => officerId),
  );
  await notify(tx, { bureauId: ctx.actor.bureauId, now: ctx.now }, [
    {
      kind: 'named',
      title: `您被列为${quoted(place.title)}的共同办理人`,
      detail: `${place.by}填报“${place.title}”时列了您；审核通过后按角色记到您的得分记录。如不属实，请告知审核部门。`,
      address: '/score-log?log=mine',
      about: { kind: 'submission', id: place.submissionId },
      accountIds: [...accounts.values()],
    },
  ]);
}

export async function participantsOf(
  reader: Reader,
  submissionId: string,
  version: number,
): Promise<Participant[]> {
  const rows = await reader
    .selectFrom('submission_participant')
    .innerJoin('officer', 'officer.id', 'submission_participant.officer_id')
    .select(['officer_id', 'role_code'])
    .where('submission_id', '=', submissionId)
    .where('version', '=', version)
    .orderBy('officer.police_no')
    .execute();
  return rows.map((row) => ({ officerId: row.officer_id, role: row.role_code }));
}

/** The same for the screen, of all versions. */
export async function participantViews(
  reader: Reader,
  submissionId: string,
  roles: WorkPeriod['ruleSet']['roles'],
) {
  const rows = await reader
    .selectFrom('submission_participant')
    .innerJoin('officer', 'officer.id', 'submission_participant.officer_id')
    .innerJoin('membership', 'membership.officer_id', 'officer.id')
    .innerJoin('unit', 'unit.id', 'membership.unit_id')
    .select([
      'version',
      'role_code',
      'officer.id as officer_id',
      'officer.name',
      'unit.name as unit_name',
      'officer.police_no',
    ])
    .distinctOn(['version', 'officer.police_no'])
    .where('submission_id', '=', submissionId)
    .orderBy('version')
    .orderBy('officer.police_no')
    .orderBy('membership.from_on', 'desc')
    .execute();
  return rows.map((row) => ({
    version: row.version,
    officerId: row.officer_id,
    name: row.name,
    unitName: row.unit_name,
    role: row.role_code,
    roleName: roles?.find(({ code }) => code === row.role_code)?.name ?? row.role_code,
  }));
}
