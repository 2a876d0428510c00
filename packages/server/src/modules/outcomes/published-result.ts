import { type RawBuilder, sql } from 'kysely';

/** Results that count: published, of a real period, of the computation that the screens show. Names: r, p. */
export const publishedResults = sql`result r
  join period p on p.id = r.period_id and p.state in ('inNotice', 'sealed') and not p.trial
  join rule_set_version v on v.id = p.rule_set_version_id
  join rule_set rs on rs.id = v.rule_set_id`;

/** The same choice as the ranking makes: what was sealed, else the newest finished. */
export const isShown: RawBuilder<boolean> = sql<boolean>`r.evaluation_id = (
  select shown.id from evaluation shown
  where shown.period_id = r.period_id and shown.state = 'done'
  order by exists (select from seal where seal.evaluation_id = shown.id) desc, shown.requested_at desc limit 1)`;
