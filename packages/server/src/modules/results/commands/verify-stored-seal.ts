import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { notFound } from '../../../refusal.ts';
import { recordVerification } from '../record-verification.ts';
import { toldFinding } from '../told-finding.ts';
import { verifySeal } from '../verify-seal.ts';

/** Verifies one seal for somebody entitled and records that it was done and how it came out (P14). */
export async function verifyStoredSeal(ctx: Ctx, sealId: string) {
  return runCommand(ctx, { name: 'verifySeal', content: { sealId } }, async (tx) => {
    const seal = await tx
      .selectFrom('seal')
      .selectAll()
      .where('bureau_id', '=', ctx.actor.bureauId)
      .where('id', '=', sealId)
      .executeTakeFirst();
    if (!seal) throw notFound('这份封存');
    const verification = await verifySeal(tx, ctx.deps.crypto, seal, [ctx.deps.keys.sealPublicPem]);
    await recordVerification(
      tx,
      {
        bureauId: ctx.actor.bureauId,
        sealId,
        sequenceNo: seal.sequence_no,
        now: ctx.now,
        accountId: ctx.actor.accountId,
        byName: ctx.actor.displayName,
      },
      verification,
    );
    return {
      result: {
        ...verification,
        findings: verification.findings.map((finding) => ({
          ...finding,
          message: toldFinding(ctx.actor, finding.message),
        })),
        verifiedAt: ctx.now.toISOString(),
      },
      audit: {
        action: verification.ok ? 'seal.verify' : 'seal.verifyFailed',
        subjectKind: 'seal',
        subjectId: seal.id,
        summary: verification.ok
          ? `校验第 ${seal.sequence_no} 号封存：一致`
          : `校验第 ${seal.sequence_no} 号封存：发现不一致`,
        detail: { findings: verification.findings.length },
      },
    };
  });
}
