import { bulletins } from '@mingji/contract';
import type { Reader } from '../../db/database.ts';
import { type Resolved, resolveDocument } from './document/resolve-document.ts';
import type { FoundBulletin } from './find-bulletin.ts';
import { storedFigures } from './stored-figures.ts';

/** The document as it stands: live for a draft, as handed in while it waits, finished from the approval on. */
export async function documentOf(reader: Reader, row: FoundBulletin): Promise<bulletins.BulletinDocument> {
  if (row.document !== null) return bulletins.bulletinDocument.parse(row.document);
  if (row.state === 'submitted') return (await latestVersion(reader, row)).document;
  return (await resolveDraft(reader, row)).document;
}

export async function resolveDraft(reader: Reader, row: FoundBulletin): Promise<Resolved> {
  const { figures } = await storedFigures(reader, row.id);
  return resolveDocument(row.content, figures);
}

export async function latestVersion(reader: Reader, row: FoundBulletin) {
  const version = await reader
    .selectFrom('bulletin_version')
    .selectAll()
    .where('bulletin_id', '=', row.id)
    .where('version', '=', row.latest_version ?? 0)
    .executeTakeFirstOrThrow();
  return { ...version, document: bulletins.bulletinDocument.parse(version.document) };
}
