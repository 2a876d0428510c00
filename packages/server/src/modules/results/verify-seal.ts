import type { results } from '@mingji/contract';
import { diffSeal, type Evaluation, evaluate, type Result, sealContent } from '@mingji/engine';
import type { Selectable } from 'kysely';
import type { CryptoProvider } from '../../crypto/provider.ts';
import type { Reader } from '../../db/database.ts';
import type { Seal } from '../../db/schema.generated.ts';
import type { FileStore } from '../files/index.ts';
import { factOf, type LedgerRow } from '../ledger/index.ts';
import { checkAttachments } from './check-attachments.ts';
import { checkStoredResults } from './check-stored-results.ts';
import { changedEntries, ledgerRoot } from './ledger-root.ts';
import { loadPeriod } from './period-context.ts';
import { sealHash } from './seal-header.ts';
import { factsOf, parseSeal, ruleSetOf, type SealedContent, unpackSeal } from './sealed-content.ts';

const MAX_FINDINGS = 200;

export type Finding = ReturnType<typeof results.sealFinding.parse>;
type CheckName = Finding['check'];
export interface Verification {
  readonly ok: boolean;
  readonly checked: { check: CheckName; label: string; ok: boolean }[];
  readonly findings: Finding[];
}

const labels: Record<CheckName, string> = {
  contentHash: '封存内容的摘要（SM3）',
  signature: '封存签名（SM2）',
  sealHash: '封存头的摘要',
  chain: '与上一份封存的链接',
  entriesRoot: '台账条目的默克尔根',
  ledger: '台账条目与封存时一致',
  results: '成绩与封存时一致',
  ruleSet: '考核办法与封存时一致',
  recomputation: '由封存内容重新计算得出同样成绩',
};

/**
 * Checks a seal against itself, the chain, and what the database says now; names what differs (X3, §15). With
 * `trustedKeys` the signature must be by one of them: whoever owns the database could sign anew with a key of his own.
 * With `files` the attachments are read as well, byte by byte: that takes time, so screens leave it to `mingji verify`.
 */
export async function verifySeal(
  reader: Reader,
  crypto: CryptoProvider,
  seal: Selectable<Seal>,
  trustedKeys?: readonly string[],
  files: FileStore | null = null,
): Promise<Verification> {
  const found = new Map<CheckName, Finding[]>();
  const report = (check: CheckName, place: string, message: string) => {
    const list = found.get(check) ?? [];
    if (list.length < MAX_FINDINGS) list.push({ check, place, message });
    found.set(check, list);
  };
  checkHeader(crypto, seal, report);
  if (trustedKeys && !trustedKeys.some((key) => key.trim() === seal.public_key.trim())) {
    report('signature', 'seal.public_key', '签名所用的密钥不是本系统的封存密钥，封存记录可能被整份替换');
  }
  await checkChain(reader, seal, report);
  const content = await readContent(crypto, seal, report);
  const rows = await ledgerRows(reader, seal);
  await checkLedger(reader, crypto, seal, rows, report);
  if (files) await checkAttachments(reader, crypto, files, rows, report);
  if (content) {
    const recomputed = evaluate({ ruleSet: ruleSetOf(content), facts: factsOf(content), traces: 'none' });
    await checkPresent(reader, seal, rows, content, report);
    await checkStoredResults(reader, seal, content, recomputed.ok ? recomputed.value : null, report);
    checkRecomputation(content, recomputed, report);
  }
  const findings = [...found.values()].flat().slice(0, MAX_FINDINGS);
  const checked = (Object.keys(labels) as CheckName[]).map((check) => ({
    check,
    label: labels[check],
    ok: !found.has(check),
  }));
  return { ok: findings.length === 0, checked, findings };
}

export type Report = (check: CheckName, place: string, message: string) => void;

export function checkHeader(crypto: CryptoProvider, seal: Selectable<Seal>, report: Report): void {
  const header = {
    bureau: seal.bureau_id,
    period: seal.period_id,
    sequenceNo: seal.sequence_no,
    contentHash: seal.content_hash,
    entriesRoot: seal.entries_root,
    entryCount: seal.entry_count,
    sealedBy: seal.sealed_by,
    sealedAt: seal.sealed_at,
    earlyReason: seal.early_reason,
    publicKey: seal.public_key,
  };
  if (!sealHash(crypto, header, seal.previous_hash).equals(seal.seal_hash)) {
    report('sealHash', 'seal', '封存头（单位、周期、序号、摘要、签章人、时间）与其摘要不符，封存记录被改动');
  }
  if (!isSignedBy(crypto, seal)) {
    report('signature', 'seal.signature', '签名与封存头不符，封存记录被改动或并非本系统签署');
  }
}

/** A key that is no key signs nothing. */
function isSignedBy(crypto: CryptoProvider, seal: Selectable<Seal>): boolean {
  try {
    return crypto.verify(seal.public_key, seal.seal_hash, seal.signature);
  } catch {
    return false;
  }
}

async function checkChain(reader: Reader, seal: Selectable<Seal>, report: Report): Promise<void> {
  const previous = await reader
    .selectFrom('seal')
    .select('seal_hash')
    .where('bureau_id', '=', seal.bureau_id)
    .where('sequence_no', '=', seal.sequence_no - 1)
    .executeTakeFirst();
  const expected = previous?.seal_hash ?? null;
  const linked =
    expected === null ? seal.previous_hash === null : (seal.previous_hash?.equals(expected) ?? false);
  if (!linked) report('chain', `seal ${seal.sequence_no}`, '上一份封存被改动、缺失或插入');
}

async function readContent(
  crypto: CryptoProvider,
  seal: Selectable<Seal>,
  report: Report,
): Promise<SealedContent | null> {
  try {
    const bytes = await unpackSeal(seal.content_gzip);
    if (!crypto.sm3(bytes).equals(seal.content_hash))
      report('contentHash', 'seal.content', '封存内容与其摘要不符，内容被改动');
    const content = parseSeal(bytes);
    if (content) return content;
    report('contentHash', 'seal.content', '封存内容缺少应有的部分，内容被改动');
    return null;
  } catch {
    report('contentHash', 'seal.content', '封存内容已损坏，无法读出');
    return null;
  }
}

async function ledgerRows(reader: Reader, seal: Selectable<Seal>): Promise<LedgerRow[]> {
  return reader
    .selectFrom('ledger_entry')
    .selectAll()
    .where('bureau_id', '=', seal.bureau_id)
    .where('period_id', '=', seal.period_id)
    .orderBy('seq')
    .execute();
}

async function checkLedger(
  reader: Reader,
  crypto: CryptoProvider,
  seal: Selectable<Seal>,
  rows: readonly LedgerRow[],
  report: Report,
): Promise<void> {
  for (const row of await changedEntries(crypto, reader, rows)) {
    report(
      'ledger',
      `ledger_entry ${row.id}`,
      `台账条目 ${row.id}（序号 ${row.seq}）的内容与记账时的摘要不符`,
    );
  }
  if (rows.length !== seal.entry_count) {
    report('entriesRoot', 'ledger', `封存时有 ${seal.entry_count} 条台账，现在有 ${rows.length} 条`);
  } else if (!ledgerRoot(crypto, rows).equals(seal.entries_root)) {
    report('entriesRoot', 'ledger', '台账条目的摘要与封存时的默克尔根不符');
  }
}

/** The sealed content against what the tables say now: names entry, result and field. */
async function checkPresent(
  reader: Reader,
  seal: Selectable<Seal>,
  rows: readonly LedgerRow[],
  sealed: SealedContent,
  report: Report,
): Promise<void> {
  const period = await loadPeriod(reader, seal.bureau_id, seal.period_id);
  const { ruleSet } = period;
  const window = { id: period.id, from: period.fromOn, to: period.toOn, kind: period.kind };
  for (const difference of diffSeal({ period: sealed.period ?? null }, { period: window })) {
    report('results', difference.path, difference.message);
  }
  const facts = { ...factsOf(sealed), entries: rows.map(factOf) };
  const present = sealContent({ bureau: seal.bureau_id, ruleSet, facts, evaluation: { subjects: [] } });
  // Entries derived for units above (§14) follow from the booked ones and are no rows of the ledger.
  const booked = Object.entries(sealed.entries ?? {}).filter(([id]) => !id.includes('@'));
  const kept = Object.fromEntries(booked);
  // An entry about somebody who is not appraised is in the ledger's root, but not in the content.
  const appraised = new Set(Object.keys(sealed.subjects ?? {}));
  const subjectOf = new Map(rows.map((row) => [row.id, row.subject_id]));
  const now = Object.fromEntries(
    Object.entries(present.entries).filter(([id]) => id in kept || appraised.has(subjectOf.get(id) ?? '')),
  );
  for (const difference of diffSeal({ entries: kept }, { entries: now })) {
    report('ledger', difference.path, difference.message);
  }
  for (const difference of diffSeal({ ruleSet: sealed.ruleSet ?? null }, { ruleSet: present.ruleSet })) {
    report('ruleSet', difference.path, difference.message);
  }
}

/** The results follow from the sealed inputs alone: anyone can recompute them. */
function checkRecomputation(sealed: SealedContent, recomputed: Result<Evaluation>, report: Report): void {
  if (!recomputed.ok) {
    report('recomputation', 'content', `封存内容不能重新计算：${recomputed.refusals[0]?.message ?? ''}`);
    return;
  }
  const again = sealContent({
    bureau: String(sealed.bureau),
    ruleSet: ruleSetOf(sealed),
    facts: factsOf(sealed),
    evaluation: recomputed.value,
  });
  for (const difference of diffSeal({ results: sealed.results ?? null }, { results: again.results })) {
    report('recomputation', difference.path, difference.message);
  }
}
