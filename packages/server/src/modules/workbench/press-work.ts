import type { Ctx } from '../../context.ts';
import { openPresses } from '../supervision/index.ts';
import type { Waiting } from './urgency.ts';

/** Presses that wait for this person's word, by the day it is wanted (P10). */
export async function pressWork(ctx: Ctx): Promise<Waiting[]> {
  const presses = await openPresses(ctx);
  return presses.map((press) => ({
    key: `press-${press.id}`,
    title: press.kind === 'escalation' ? `上报督办：${press.title}` : `催办：${press.title}`,
    detail:
      press.kind === 'escalation'
        ? `${press.late_unit_name}${press.late_officer_name ?? ''} · 请督促办理并说明情况`
        : `${press.by_name}：${press.text}`.slice(0, 120),
    dueAt: press.reply_by,
    address: `/presses/${press.id}`,
  }));
}
