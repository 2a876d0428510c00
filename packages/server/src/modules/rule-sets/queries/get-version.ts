import type { ruleSets } from '@mingji/contract';
import type { Ctx } from '../../../context.ts';
import { presentVersion } from '../present.ts';
import { findVersion } from '../version-row.ts';

export async function getVersion(ctx: Ctx, versionId: string): Promise<{ version: ruleSets.VersionView }> {
  const row = await findVersion(ctx.deps.db, ctx.actor.bureauId, versionId);
  return { version: await presentVersion(ctx.deps.db, ctx, row) };
}
