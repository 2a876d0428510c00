import type { Ctx } from '../../context.ts';
import { listFilings } from '../rule-sets/index.ts';
import type { Waiting } from './urgency.ts';

/** Q6: methods that the units below have sent up; who sent one does not decide it. */
export async function filingsToDecide(ctx: Ctx): Promise<Waiting[]> {
  const { items } = await listFilings(ctx, { query: { page: 1, pageSize: 50, state: 'pending' } });
  return items
    .filter((line) => line.mayDecide)
    .map((line) => ({
      key: `filing-${line.id}`,
      title: `${line.ruleSetName} 第 ${line.version} 版`,
      detail: `${line.unit.name} 报送备案，${line.submittedByName ?? ''}`,
      address: `/rule-sets/${line.versionId}`,
    }));
}
