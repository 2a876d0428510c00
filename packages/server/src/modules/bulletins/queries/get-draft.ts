import type { bulletins } from '@mingji/contract';
import { requireAccess } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { findFindings } from '../document/find-findings.ts';
import { resolveDocument } from '../document/resolve-document.ts';
import { findBulletin } from '../find-bulletin.ts';
import { staleSources } from '../staleness.ts';
import { storedFigures } from '../stored-figures.ts';
import { lastOpinion } from './last-opinion.ts';

export async function getDraft(ctx: Ctx, bulletinId: string) {
  const row = await findBulletin(ctx.deps.db, ctx, bulletinId);
  requireAccess(ctx, 'bulletin.draft', { unitPath: row.unit_path });
  return { draft: await draftViewOf(ctx.deps.db, ctx, bulletinId) };
}

/** What is edited, beside the document that it makes and what still hinders it. */
export async function draftViewOf(
  reader: Reader,
  ctx: Ctx,
  bulletinId: string,
): Promise<bulletins.DraftView> {
  const row = await findBulletin(reader, ctx, bulletinId);
  const { figures, gatheredAt } = await storedFigures(reader, bulletinId);
  const resolved = resolveDocument(row.content, figures);
  const stale = await staleSources(reader, figures.sources, 'count');
  const by = await reader
    .selectFrom('account')
    .select('display_name')
    .where('id', '=', row.updated_by)
    .executeTakeFirstOrThrow();
  return {
    id: row.id,
    unit: { id: row.unit_id, name: row.unit_name },
    kind: row.kind,
    mark: row.mark,
    content: row.content,
    revision: row.revision,
    savedAt: row.updated_at.toISOString(),
    savedByName: by.display_name,
    opinion: row.state === 'draft' ? await lastOpinion(reader, bulletinId) : null,
    document: resolved.document,
    findings: findFindings(row.content, resolved, figures, stale),
    sequences: figures.sequences.map(({ code, name, kind }) => ({ code, name, kind })),
    gatheredAt: gatheredAt.toISOString(),
    stale,
  };
}
