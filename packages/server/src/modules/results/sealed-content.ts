import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { CanonicalValue, Facts, RuleSet } from '@mingji/engine';
import type { Reader } from '../../db/database.ts';

const decompress = promisify(gunzip);
/** A city-month is a few megabytes; whatever inflates beyond this was not written by a seal. */
const MAX_CONTENT_BYTES = 1024 * 1024 * 1024;

/** The canonical content of a seal, read back as data. */
export type SealedContent = { readonly [key: string]: CanonicalValue };

export async function unpackSeal(contentGzip: Buffer): Promise<Buffer> {
  return decompress(contentGzip, { maxOutputLength: MAX_CONTENT_BYTES });
}

const PARTS = ['period', 'ruleSet', 'subjects', 'entries', 'sideFacts', 'results'] as const;

/** Null when parts are missing: then it is not what a seal wrote. Throws when it is no JSON at all. */
export function parseSeal(bytes: Buffer): SealedContent | null {
  const content = JSON.parse(bytes.toString('utf8')) as SealedContent;
  return PARTS.every((part) => typeof content[part] === 'object' && content[part] !== null) ? content : null;
}

/** What a sealed period was evaluated from, as its seal keeps it; null before sealing. */
export async function sealedContentOf(reader: Reader, periodId: string): Promise<SealedContent | null> {
  const seal = await reader
    .selectFrom('seal')
    .select('content_gzip')
    .where('period_id', '=', periodId)
    .executeTakeFirst();
  if (!seal) return null;
  const content = parseSeal(await unpackSeal(seal.content_gzip));
  if (!content) throw new Error(`the seal of period ${periodId} lacks parts of its content`);
  return content;
}

export function ruleSetOf(sealed: SealedContent): RuleSet {
  return sealed.ruleSet as unknown as RuleSet;
}

export function factsOf(sealed: SealedContent): Facts {
  const side = sealed.sideFacts as unknown as Pick<
    Facts,
    'targets' | 'priorMatters' | 'matterDecisions' | 'effects'
  > & { calendar: Facts['calendar'] | null };
  const { calendar, ...rest } = side;
  return {
    period: sealed.period as unknown as Facts['period'],
    subjects: Object.values(sealed.subjects as object) as Facts['subjects'],
    entries: Object.values(sealed.entries as object) as Facts['entries'],
    ...rest,
    ...(calendar ? { calendar } : {}),
  };
}

/** What a sealed month was computed from: later changes of roster and targets are none of its business. */
export async function sealedBasis(
  reader: Reader,
  periodId: string,
): Promise<{ ruleSet: RuleSet; facts: Facts }> {
  const sealed = await sealedContentOf(reader, periodId);
  if (!sealed) throw new Error(`period ${periodId} is sealed without a seal`);
  return { ruleSet: ruleSetOf(sealed), facts: factsOf(sealed) };
}
