import type { bulletins } from '@mingji/contract';
import type { z } from 'zod';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { Refusal } from '../../../refusal.ts';
import { notify } from '../../notifications/index.ts';
import { approversOf } from '../approvers.ts';
import { findFindings } from '../document/find-findings.ts';
import { resolveDocument } from '../document/resolve-document.ts';
import { documentHash } from '../document-hash.ts';
import { type FoundBulletin, lockBulletin } from '../find-bulletin.ts';
import { involvedAccounts } from '../involvement.ts';
import { moveBulletin } from '../move-bulletin.ts';
import { bulletinDetailOf } from '../queries/get-bulletin.ts';
import { staleSources } from '../staleness.ts';
import { storedFigures } from '../stored-figures.ts';
import { requireEditable } from './save-draft.ts';

type Input = z.output<typeof bulletins.submitBulletin.body>;

/** Freezes text and numbers as one version and hands it to the leaders (P15). */
export async function submitBulletin(ctx: Ctx, bulletinId: string, input: Input) {
  const { requestId, ...content } = input;
  return runCommand(
    ctx,
    { name: 'bulletin.submit', requestId, content: { bulletinId, ...content } },
    async (tx) => {
      const row = await lockBulletin(tx, ctx, bulletinId);
      requireAccess(ctx, 'bulletin.draft', { unitPath: row.unit_path });
      if (row.state === 'draft') await requireEditable(tx, row, input.revision);
      const version = (row.latest_version ?? 0) + 1;
      const { document, findings } = await examined(tx, row);
      const refused = findings.filter(({ weight }) => weight === 'refuse');
      const unconfirmed =
        input.namingReason === null ? findings.filter(({ weight }) => weight === 'confirm') : [];
      if (row.state === 'draft' && refused.length + unconfirmed.length > 0) {
        throw new Refusal('refused', `不能送审：${[...refused, ...unconfirmed][0]?.message ?? ''}`, [
          ...[...refused, ...unconfirmed].map(({ key, message }) => ({ path: key ?? 'title', message })),
        ]);
      }
      const approvers = await requireApprovers(tx, ctx, row);
      await moveBulletin(tx, ctx, row, {
        action: 'submit',
        facts: { refused: refused.length, unconfirmed: unconfirmed.length },
        set: {
          submitted_by: ctx.actor.accountId,
          submitted_at: ctx.now,
          latest_version: version,
          naming_reason: findings.some(({ weight }) => weight === 'confirm') ? input.namingReason : null,
        },
        version,
      });
      await tx
        .insertInto('bulletin_version')
        .values({
          bulletin_id: bulletinId,
          version,
          bureau_id: ctx.actor.bureauId,
          document: JSON.stringify(document),
          document_hash: documentHash(ctx.deps.crypto, document),
          sources: JSON.stringify(document.sources),
          naming_reason: input.namingReason,
          by_account_id: ctx.actor.accountId,
          at: ctx.now,
        })
        .execute();
      await notify(tx, { bureauId: ctx.actor.bureauId, now: ctx.now }, [
        {
          kind: 'bulletin',
          title: '有通报待审批',
          detail: `${ctx.actor.displayName}送审《${document.title}》`.slice(0, 500),
          address: `/bulletins/${bulletinId}`,
          about: { kind: 'bulletin', id: bulletinId },
          accountIds: approvers,
        },
      ]);
      return {
        result: { bulletin: await bulletinDetailOf(tx, ctx, bulletinId) },
        audit: {
          action: 'bulletin.submitted',
          subjectKind: 'bulletin',
          subjectId: bulletinId,
          summary: `送审通报《${document.title}》`,
        },
      };
    },
  );
}

async function examined(tx: Tx, row: FoundBulletin) {
  const { figures } = await storedFigures(tx, row.id);
  const resolved = resolveDocument(row.content, figures);
  const stale = await staleSources(tx, figures.sources, 'count');
  return { document: resolved.document, findings: findFindings(row.content, resolved, figures, stale) };
}

/** Somebody must be there to approve it, and not the one who wrote it. */
async function requireApprovers(tx: Tx, ctx: Ctx, row: FoundBulletin): Promise<string[]> {
  const involved = [ctx.actor.accountId, ...(await involvedAccounts(tx, row))];
  const approvers = (await approversOf(tx, row.unit_id))
    .map(({ id }) => id)
    .filter((id) => !involved.includes(id));
  if (approvers.length > 0) return approvers;
  throw new Refusal(
    'refused',
    `${row.unit_name}没有可以审批的领导账号（拟制人不能审批自己的通报）。请联系安全管理员为分管领导或主要领导授权。`,
  );
}
