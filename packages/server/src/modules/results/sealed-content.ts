import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { CanonicalValue, Facts, RuleSet } from '@mingji/engine';
import type { Reader } from '../../db/database.ts';
import { KeptContents } from './kept-contents.ts';

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

/** Pages of a month just sealed are opened by thousands; a seal's hash stands for one content for ever. */
const KEPT_BYTES = 128 * 1024 * 1024;
const kept = new KeptContents<SealedContent>(KEPT_BYTES);

/** What a sealed period was evaluated from, as its seal keeps it; null before sealing. */
async function sealedContentOf(reader: Reader, periodId: string): Promise<SealedContent | null> {
  const seal = await reader
    .selectFrom('seal')
    .select(['id', 'seal_hash'])
    .where('period_id', '=', periodId)
    .executeTakeFirst();
  return seal ? kept.of(seal.seal_hash.toString('hex'), () => readContent(reader, seal.id, periodId)) : null;
}

async function readContent(reader: Reader, sealId: string, periodId: string) {
  const { content_gzip } = await reader
    .selectFrom('seal')
    .select('content_gzip')
    .where('id', '=', sealId)
    .executeTakeFirstOrThrow();
  const bytes = await unpackSeal(content_gzip);
  const value = parseSeal(bytes);
  if (!value) throw new Error(`the seal of period ${periodId} lacks parts of its content`);
  return { value, bytes: bytes.length };
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
