import type { entries } from '@mingji/contract';
import type { z } from 'zod';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { localDay } from '../../../local-day.ts';
import { Refusal } from '../../../refusal.ts';
import { requireOwnFiles } from '../../files/index.ts';
import { requireTakingPart } from '../../organization/index.ts';
import { ownerUnitOf } from '../../rule-sets/index.ts';
import { findIndicator } from '../find-indicator.ts';
import { formOf, type IndicatorForm } from '../indicator-form.ts';
import { loadSubject } from '../load-subject.ts';
import { entryViews } from '../queries/entry-views.ts';
import { requireInReach } from '../record-entry.ts';
import { alsoFor, recordParts, refuseOwnPart, splitMatter } from '../split-matter.ts';
import { lockWorkPeriod } from '../work-period.ts';

type Input = z.output<typeof entries.postEntry.body>;

/** The owning department or 督察 books an addition or deduction of its own finding, with reason and evidence. */
export async function postEntry(ctx: Ctx, input: Input): Promise<{ entry: entries.EntryView }> {
  const { requestId, ...content } = input;
  return runCommand(ctx, { name: 'entry.post', requestId, content }, async (tx) => {
    const { bureauId } = ctx.actor;
    const period = await lockWorkPeriod(tx, bureauId, input.periodId);
    const placed = findIndicator(period.ruleSet, input.indicatorCode);
    const subject = await loadSubject(tx, ctx, { kind: input.subjectKind, id: input.subjectId });
    const owner = await ownerUnitOf(tx, bureauId, period, placed.indicator, subject.unitPath);
    requireAccess(ctx, 'entry.post', {
      unitPath: subject.unitPath,
      ...(owner ? { ownerUnitPath: owner.path } : {}),
      officerId: subject.kind === 'officer' ? subject.id : null,
    });
    requireInReach(period, subject);
    const { unitName: name, unitPath: path } = subject;
    await requireTakingPart(tx, bureauId, { name, path }, period.toOn);
    const form = requireForm(formOf(placed.indicator), placed.indicator.name);
    requireOccurred(ctx, input.occurredOn);
    const matter = { period, placed, subject, named: [], ownMatter: `登记-${requestId.slice(0, 8)}` };
    const { parts } = await splitMatter(tx, ctx, {
      ...matter,
      facts: {
        kind: form.entryKind,
        eventCode: input.eventCode,
        quantity: input.quantity,
        ofQuantity: input.ofQuantity,
        chosenPoints: input.chosenPoints,
        multipliers: input.multipliers,
        dueOn: input.dueOn,
        doneOn: input.dueOn === undefined ? undefined : input.occurredOn,
        matterKey: input.matterKey,
        reason: input.reason,
      },
    });
    refuseOwnPart(ctx, parts);
    const row = await recordParts(tx, ctx, matter, parts, {
      occurredOn: input.occurredOn,
      evidenceFileIds: await requireOwnFiles(tx, ctx, input.fileIds),
      source: { kind: 'posting', id: null },
      requestId,
    });
    const [entry] = await entryViews(tx, ctx, [row]);
    if (!entry) throw new Error('the entry just made is not there');
    return {
      result: { entry },
      audit: {
        action: 'entry.posted',
        subjectKind: 'entry',
        subjectId: row.id,
        summary: `登记“${subject.name}”的“${placed.indicator.name}”记录${alsoFor(parts)}`,
      },
    };
  });
}

export function requireForm(form: IndicatorForm | null, name: string): IndicatorForm {
  if (form) return form;
  throw new Refusal('refused', `指标“${name}”的得分来自测评或其他办法，不能在此登记。`);
}

/** What has not happened cannot be scored. */
export function requireOccurred(ctx: Ctx, occurredOn: string): void {
  if (occurredOn <= localDay(ctx.now, ctx.actor.timeZone)) return;
  throw new Refusal('invalid', '发生日期晚于今天，请核对。', [
    { path: 'occurredOn', message: '发生日期不能晚于今天' },
  ]);
}
