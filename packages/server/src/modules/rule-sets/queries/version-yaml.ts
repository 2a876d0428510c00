import type { Ctx } from '../../../context.ts';
import type { FileAnswer } from '../../../file-answer.ts';
import { parseContent } from '../published-rule-set.ts';
import { toYaml } from '../rule-set-yaml.ts';
import { findVersion, stateWords } from '../version-row.ts';

/** X8: the rule set as a file that another bureau, or a text editor, can read. */
export async function versionYaml(ctx: Ctx, versionId: string): Promise<FileAnswer> {
  const row = await findVersion(ctx.deps.db, ctx.actor.bureauId, versionId);
  const name = `${row.rule_set_name}-第${row.version}版${row.state === 'published' ? '' : `（${stateWords(row)}）`}.yaml`;
  const text = toYaml(parseContent(row.content));
  return { name, mediaType: 'application/yaml; charset=utf-8', bytes: Buffer.from(text) };
}
