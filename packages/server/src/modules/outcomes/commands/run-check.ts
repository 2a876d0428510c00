import { randomUUID } from 'node:crypto';
import type { outcomes } from '@mingji/contract';
import { scopeOf } from '@mingji/engine';
import type { z } from 'zod';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { localDay } from '../../../local-day.ts';
import { Refusal } from '../../../refusal.ts';
import { checkNominees } from '../check-nominees.ts';
import { resolveNominees } from '../resolve-nominees.ts';
import type { StoredNominee } from '../stored-check.ts';
import { presentCheck } from '../stored-check.ts';

type Input = z.output<typeof outcomes.runCheck.body>;

/** Checks nominees before a commendation and keeps what was found: who checked, when, on which results (P17). */
export async function runCheck(ctx: Ctx, input: Input) {
  const { requestId, ...content } = input;
  return runCommand(ctx, { name: 'commendation.check', requestId, content }, async (tx) => {
    const resolved = await resolveNominees(tx, ctx, input.subjectKind, input.lines);
    const checked = await checkNominees(tx, {
      bureauId: ctx.actor.bureauId,
      subjectKind: input.subjectKind,
      subjectIds: resolved.flatMap(({ subject }) => (subject === null ? [] : [subject.id])),
      asOf: localDay(ctx.now, ctx.actor.timeZone),
    });
    const nominees = resolved.map((one): StoredNominee => {
      const found = one.subject === null ? undefined : checked.get(one.subject.id);
      const flags = found?.flags ?? [];
      return { ...one, basis: found?.basis ?? [], flags, verdict: verdictOf(one.subject === null, flags) };
    });
    const count = (verdict: StoredNominee['verdict']) =>
      nominees.filter((one) => one.verdict === verdict).length;
    const row = await tx
      .insertInto('commendation_check')
      .values({
        id: randomUUID(),
        bureau_id: ctx.actor.bureauId,
        title: input.title,
        unit_id: await topUnit(tx, ctx),
        subject_kind: input.subjectKind,
        nominees: JSON.stringify(nominees),
        clear_count: count('clear'),
        look_count: count('look'),
        forbidden_count: count('forbidden'),
        unresolved_count: count('unresolved'),
        by_account_id: ctx.actor.accountId,
        by_name: ctx.actor.displayName,
        at: ctx.now,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    return {
      result: { check: presentCheck(row) },
      audit: {
        action: 'commendation.checked',
        subjectKind: 'commendationCheck',
        subjectId: row.id,
        summary: `评优核查“${input.title}”：${nominees.length} 个对象`,
      },
    };
  });
}

function verdictOf(unresolved: boolean, flags: StoredNominee['flags']): StoredNominee['verdict'] {
  if (unresolved) return 'unresolved';
  if (flags.some((flag) => flag.forbids)) return 'forbidden';
  return flags.length > 0 ? 'look' : 'clear';
}

/** The highest unit the checker looks down from: whoever stands over it may read the record. */
async function topUnit(tx: Tx, ctx: Ctx): Promise<string> {
  const { wholeBureau, subtrees } = scopeOf(ctx.actor, 'outcome.check');
  const [path] = [...subtrees].sort((a, b) => a.length - b.length);
  const unit = await tx
    .selectFrom('unit')
    .select('id')
    .where('bureau_id', '=', ctx.actor.bureauId)
    .$if(wholeBureau || path === undefined, (query) => query.where('parent_id', 'is', null))
    .$if(!wholeBureau && path !== undefined, (query) => query.where('path', '=', path ?? ''))
    .executeTakeFirst();
  if (!unit) throw new Refusal('refused', '没有可核查的单位范围，请联系安全管理员核对授权。');
  return unit.id;
}
