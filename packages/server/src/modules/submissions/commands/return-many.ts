import type { submissions } from '@mingji/contract';
import type { z } from 'zod';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { eachForItself } from '../../../each-for-itself.ts';
import { returnOne } from '../return-one.ts';

type Input = z.output<typeof submissions.returnMany.body>;

/** Sends up to 200 back with one reason; each goes or stays for itself (P6, P9). */
export async function returnMany(ctx: Ctx, input: Input) {
  const { requestId, items, reason } = input;
  const versions = new Map(items.map(({ submissionId, version }) => [submissionId, version]));
  const content = { items: [...versions].sort(), reason };
  return runCommand(ctx, { name: 'submission.returnMany', requestId, content }, async (tx) => {
    const { done, refused } = await eachForItself(tx, [...versions.keys()], (id) =>
      returnOne(tx, ctx, id, { version: versions.get(id) ?? 0, reason }),
    );
    const returned = done.map(({ id }) => id);
    return {
      result: { returned, refused: refused.map(({ id, message }) => ({ submissionId: id, message })) },
      audit: {
        action: 'submission.returnedMany',
        subjectKind: 'submission',
        subjectId: null,
        summary: `批量退回填报 ${returned.length} 件，未退回 ${refused.length} 件`,
        detail: { returned, refused: refused.map(({ id }) => id), reason },
      },
    };
  });
}
