import { type AppealState, mayGoFurther } from '@mingji/engine';
import type { Ctx } from '../../context.ts';
import type { Reader } from '../../db/database.ts';
import { localDay } from '../../local-day.ts';
import { contestRefusal, discardedBecause, lastDayToContest, loadWorkPeriod } from '../ledger/index.ts';
import { loadCalendar } from '../organization/index.ts';
import { type AppealProcedure, appealProcedure } from './appeal-procedure.ts';
import type { AppealRow } from './find-appeal.ts';

export interface Further {
  /** Who would answer, until when it can be asked for; null where the method knows no second instance or it is not time. */
  readonly offer: { readonly by: 'committee' | 'office'; readonly until: string } | null;
  /** Why this person cannot ask for it now, or null. */
  readonly refusal: string | null;
  readonly procedure: AppealProcedure;
}

/** Whether the answer of the first instance can be taken to the second (§13): one rule for button and command. */
export async function furtherAppeal(reader: Reader, ctx: Ctx, first: AppealRow): Promise<Further> {
  const { bureauId, timeZone } = ctx.actor;
  const period = await loadWorkPeriod(reader, bureauId, first.period_id);
  const procedure = appealProcedure(period.ruleSet);
  const settled =
    settledBecause(first, procedure) ?? discardedBecause(period) ?? (await pending(reader, first.id));
  const calendar = await loadCalendar(reader, bureauId);
  const visibleAt = first.decided_at ?? first.filed_at;
  const refusal = contestRefusal(ctx, calendar, {
    visibleAt,
    appealDays: procedure.secondAppealDays,
    subject: { kind: first.subject_kind, id: first.subject_id, unitPath: first.subject_unit_path },
    settled,
    since: '二次复议应在首次复议答复后',
  });
  const last = lastDayToContest(calendar, localDay(visibleAt, timeZone), procedure.secondAppealDays);
  const offered = settled === null && procedure.secondInstance !== 'none' && 'on' in last;
  return {
    offer: offered ? { by: procedure.secondInstance as 'committee' | 'office', until: last.on } : null,
    refusal,
    procedure,
  };
}

function settledBecause(first: AppealRow, { secondInstance }: AppealProcedure): string | null {
  if (first.instance === 2) return '二次复议的答复是终局结论，不能再提出复议。';
  if (first.state === 'filed') return '首次复议还没有答复，答复后对结果不服的才可以提出二次复议。';
  if (first.state === 'lapsed') return '试运行周期已作废，复议已随之终止。';
  if (first.state === 'withdrawn') return '首次复议已撤回，没有答复，不能提出二次复议。';
  if (!mayGoFurther(first.state as AppealState)) return '首次复议已全部支持，没有可以提出二次复议的内容。';
  if (secondInstance === 'none') return '按本办法，复议只进行一次，答复是终局结论。';
  return null;
}

async function pending(reader: Reader, firstId: string): Promise<string | null> {
  const second = await reader
    .selectFrom('appeal')
    .select('id')
    .where('first_appeal_id', '=', firstId)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst();
  return second ? '已经提出过二次复议，同一事项只能提出一次。请在“复议”中查看进展。' : null;
}
