import type { submissions } from '@mingji/contract';
import type { WorkingDayCalendar } from '@mingji/engine';
import { chineseDate } from '@mingji/engine';
import type { z } from 'zod';
import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { localDay } from '../../local-day.ts';
import { Refusal } from '../../refusal.ts';
import {
  bookPoints,
  formOf,
  type IndicatorForm,
  type PlacedIndicator,
  requireForm,
  type WorkPeriod,
  type WorkSubject,
} from '../ledger/index.ts';

export type Content = Omit<z.output<typeof submissions.resubmit.body>, 'requestId'>;
interface Place {
  readonly period: WorkPeriod;
  readonly placed: PlacedIndicator;
  readonly subject: WorkSubject;
  readonly calendar?: WorkingDayCalendar;
}

/** Everything that can be known to be wrong is told when it is handed in, not when it is reviewed. */
export async function checkContent(tx: Tx, ctx: Ctx, place: Place, content: Content): Promise<void> {
  const { period, placed, subject, ...known } = place;
  const form = reportForm(placed);
  const problems = [...dateProblems(ctx, period, content.occurredOn), ...fieldProblems(form, content)];
  if (problems.length > 0) {
    throw new Refusal('invalid', problems.map((each) => each.message).join('；'), problems);
  }
  const kinds = placed.indicator.subjects?.kinds;
  if (!period.ruleSet.appraises.includes(subject.kind) || (kinds && !kinds.includes(subject.kind))) {
    throw new Refusal(
      'refused',
      `指标“${placed.indicator.name}”不考核${subject.kind === 'unit' ? '单位' : '个人'}，请核对填报对象。`,
    );
  }
  if (form.takes === 'band') return;
  // The engine reads the facts as acceptance will; a share of a matter is the reviewer's to decide.
  await bookPoints(tx, {
    period,
    placed,
    subject,
    ...known,
    bureauId: ctx.actor.bureauId,
    at: ctx.now,
    facts: {
      kind: form.entryKind,
      eventCode: content.eventCode,
      quantity: content.quantity,
      ofQuantity: content.ofQuantity,
      reason: content.title,
    },
  });
}

function reportForm(placed: PlacedIndicator): IndicatorForm {
  const form = requireForm(formOf(placed.indicator), placed.indicator.name);
  if (!form.reportable) {
    throw new Refusal(
      'refused',
      `指标“${placed.indicator.name}”只作扣分，由归口部门（${placed.indicator.owner}）登记，不需填报。`,
    );
  }
  return form;
}

function dateProblems(ctx: Ctx, period: WorkPeriod, occurredOn: string) {
  if (occurredOn > localDay(ctx.now, ctx.actor.timeZone)) {
    return [{ path: 'occurredOn', message: '发生日期不能晚于今天' }];
  }
  if (occurredOn >= period.fromOn && occurredOn <= period.toOn) return [];
  return [
    {
      path: 'occurredOn',
      message: `发生日期不在周期“${period.label}”（${chineseDate(period.fromOn)}至${chineseDate(period.toOn)}）内，请核对日期或改选周期`,
    },
  ];
}

function fieldProblems(form: IndicatorForm, content: Content) {
  const problems: { path: string; message: string }[] = [];
  const measured = form.takes === 'measure' || form.takes === 'rate';
  if (measured && content.quantity === undefined) {
    problems.push({ path: 'quantity', message: '请填写完成数量' });
  }
  if (content.ofQuantity !== undefined && form.takes !== 'rate') {
    problems.push({ path: 'ofQuantity', message: '该指标不按比率填报，不需填写总数' });
  }
  if (content.eventCode !== undefined && form.takes !== 'event') {
    problems.push({ path: 'eventCode', message: '该指标不分情形，请不要选择情形' });
  }
  return problems;
}
