import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../context.ts';

/** Methods of one's own units, of those above and of those below; never of those beside (P1). */
export function alongTheLine({ actor }: Ctx, path: RawBuilder<string>): RawBuilder<boolean> {
  const lines = actor.grants.map(
    ({ unitPath }) => sql<boolean>`starts_with(${unitPath}, ${path}) or starts_with(${path}, ${unitPath})`,
  );
  return lines.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(lines, sql` or `)})`;
}

/** Methods one works under oneself: those of one's own units and of the units above them. */
export function overOneself({ actor }: Ctx, path: RawBuilder<string>): RawBuilder<boolean> {
  const lines = actor.grants.map(({ unitPath }) => sql<boolean>`starts_with(${unitPath}, ${path})`);
  return lines.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(lines, sql` or `)})`;
}
