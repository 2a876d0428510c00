import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bulletins, type bulletins as contract } from '@mingji/contract';
import { sql } from 'kysely';
import { parse } from 'yaml';
import type { Reader } from '../../db/database.ts';

/** The product's own templates: data of the repository, one file a kind. */
const FOLDER = fileURLToPath(new URL('../../../../../bulletin-templates/', import.meta.url));

interface Unkeyed {
  readonly blocks: readonly object[];
}

/** A template as the repository has it; its blocks get their keys by their place. */
export async function defaultTemplate(kind: contract.BulletinKind): Promise<contract.BulletinContent> {
  const written = parse(await readFile(`${FOLDER}${kind}.yaml`, 'utf8')) as Unkeyed;
  const blocks = written.blocks.map((block, index) => ({ key: `t${index + 1}`, ...block }));
  return bulletins.bulletinContent.parse({ ...written, blocks });
}

export interface HeldTemplate {
  readonly content: contract.BulletinContent;
  readonly copyOf: { readonly id: string; readonly name: string } | null;
  readonly revision: number;
  readonly updatedAt: Date | null;
  readonly updatedByName: string | null;
}

/** The template that holds for a unit: its own copy, that of the nearest unit above, or the product's. */
export async function templateFor(
  reader: Reader,
  unit: { readonly id: string; readonly path: string },
  kind: contract.BulletinKind,
): Promise<HeldTemplate> {
  const { rows } = await sql<{
    content: unknown;
    unit_id: string;
    name: string;
    revision: number;
    updated_at: Date;
    by_name: string;
  }>`
    select t.content, t.unit_id, u.name, t.revision, t.updated_at, a.display_name as by_name
    from bulletin_template t join unit u on u.id = t.unit_id join account a on a.id = t.updated_by
    where t.kind = ${kind} and t.bureau_id = (select bureau_id from unit where id = ${unit.id})
      and starts_with(${unit.path}, u.path)
    order by length(u.path) desc limit 1`.execute(reader);
  const copy = rows[0];
  if (!copy) {
    const content = await defaultTemplate(kind);
    return { content, copyOf: null, revision: 0, updatedAt: null, updatedByName: null };
  }
  return {
    content: bulletins.bulletinContent.parse(copy.content),
    copyOf: { id: copy.unit_id, name: copy.name },
    revision: copy.unit_id === unit.id ? copy.revision : 0,
    updatedAt: copy.updated_at,
    updatedByName: copy.by_name,
  };
}
