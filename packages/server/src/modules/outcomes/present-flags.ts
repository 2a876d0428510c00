import type { outcomes } from '@mingji/contract';
import { decideAccess } from '@mingji/engine';
import type { Ctx } from '../../context.ts';
import type { FoundFlag } from './check-nominees.ts';

const RESTRICTED = '不符合条件（原因请向考核办了解）';

/** Facts of discipline are for those who handle them; the others learn once that there is one, and whom to ask (§17). */
export function presentFlags(
  ctx: Ctx,
  unitPath: string,
  flags: readonly FoundFlag[],
): outcomes.CommendationFlag[] {
  const sees = decideAccess(ctx.actor, 'outcome.readDiscipline', { unitPath }).allowed;
  const open = flags.filter((flag) => sees || !flag.discipline);
  const shown = open.map(({ code, message, clause, forbids, address }) => ({
    code,
    message,
    clause,
    forbids,
    address,
  }));
  if (open.length === flags.length) return shown;
  return [...shown, { code: 'restricted', message: RESTRICTED, clause: null, forbids: true, address: null }];
}
