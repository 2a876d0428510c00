import type { bulletins } from '@mingji/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { documentNumber } from '../document/document-number.ts';
import { bulletinTables, mayDraft } from '../reach.ts';

interface Row {
  readonly id: string;
  readonly kind: bulletins.BulletinKind;
  readonly title: string;
  readonly mark: string;
  readonly number_year: number | null;
  readonly serial: number | null;
  readonly unit_id: string;
  readonly unit_name: string;
  readonly state: bulletins.BulletinRow['state'];
  readonly period_label: string;
  readonly drafted_by: string;
  readonly updated_at: Date;
  readonly published_at: Date | null;
  readonly addressed: boolean;
  readonly read_at: Date | null;
  readonly corrected_by: string | null;
  readonly recipients: number;
  readonly read: number;
}

interface Page {
  readonly where: RawBuilder<boolean>;
  readonly limit: number;
  readonly offset: number;
}

/**
 * Rows of a list as the reader sees them; the caller's condition says which he may see. How many have read each is
 * counted for who issues it only: fifteen thousand receipts a row are not gone through for every reader.
 */
export async function bulletinRows(reader: Reader, ctx: Ctx, page: Page): Promise<bulletins.BulletinRow[]> {
  const { rows } = await sql<Row>`
    select b.id, b.kind, b.title, b.mark, b.number_year, b.serial, b.unit_id, iu.name as unit_name, b.state,
           b.period_label, author.display_name as drafted_by, b.updated_at, b.published_at,
           own.account_id is not null as addressed, own.read_at,
           (select c.mark || '〔' || c.number_year || '〕' || c.serial || '号' from bulletin c
            where c.corrects = b.id and c.state = 'published' order by c.published_at desc limit 1) as corrected_by,
           coalesce(counted.recipients, 0) as recipients, coalesce(counted.read, 0) as read
    from ${bulletinTables}
    join account author on author.id = b.created_by
    left join bulletin_recipient own on own.bulletin_id = b.id and own.account_id = ${ctx.actor.accountId}
    left join lateral (select count(*) as recipients, count(read_at) as read from bulletin_recipient r
      where r.bulletin_id = b.id) counted on ${mayDraft(ctx)}
    where b.bureau_id = ${ctx.actor.bureauId} and ${page.where}
    order by coalesce(b.published_at, b.updated_at) desc, b.id limit ${page.limit} offset ${page.offset}`.execute(
    reader,
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    title: row.title,
    number:
      row.serial === null || row.number_year === null
        ? null
        : documentNumber(row.mark, row.number_year, row.serial),
    unit: { id: row.unit_id, name: row.unit_name },
    state: row.state,
    periodLabel: row.period_label,
    draftedByName: row.drafted_by,
    updatedAt: row.updated_at.toISOString(),
    publishedAt: row.published_at?.toISOString() ?? null,
    readAt: row.read_at?.toISOString() ?? null,
    unread: row.addressed && row.read_at === null,
    correctedBy: row.corrected_by,
    recipients: Number(row.recipients),
    read: Number(row.read),
  }));
}
