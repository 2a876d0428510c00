import type { entries } from '@mingji/contract';
import type { z } from 'zod';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { requireOwnFiles } from '../../files/index.ts';
import type { EntryFacts } from '../book-points.ts';
import type { LedgerRow } from '../entry-facts.ts';
import { findIndicator } from '../find-indicator.ts';
import { loadSubject } from '../load-subject.ts';
import { entryViews } from '../queries/entry-views.ts';
import { findEntry } from '../queries/list-entries.ts';
import { entryPeers } from '../queries/matter-parts.ts';
import { type EntryToRecord, recordEntry } from '../record-entry.ts';
import { reverseEntry } from '../reverse-entry.ts';
import { lockWorkPeriod } from '../work-period.ts';

type Input = z.output<typeof entries.correctEntry.body>;
type Corrected = z.input<typeof entries.correctEntry.response>;

/** Corrects by reversing and, if a right value is given, booking anew (§15). Both carry the reason. */
export async function correctEntry(ctx: Ctx, entryId: string, input: Input): Promise<Corrected> {
  const { requestId, ...content } = input;
  return runCommand(
    ctx,
    { name: 'entry.correct', requestId, content: { entryId, ...content } },
    async (tx) => {
      const wrong = await findEntry(tx, ctx, entryId);
      await requireMayPost(tx, ctx, wrong);
      const evidenceFileIds = await requireOwnFiles(tx, ctx, input.fileIds);
      const source = { kind: 'posting', id: wrong.source_id } as const;
      const why = { reason: input.reason, evidenceFileIds, source, requestId };
      const peers = await entryPeers(tx, ctx, wrong);
      const reversal = await reverseEntry(tx, ctx, wrong, why);
      const replacement = input.replacement
        ? await bookReplacement(tx, ctx, wrong, input.replacement, why)
        : null;
      const [reversalView, replacementView] = await entryViews(tx, ctx, [
        reversal,
        ...(replacement ? [replacement] : []),
      ]);
      if (!reversalView) throw new Error('the reversal just made is not there');
      return {
        result: { reversal: reversalView, replacement: replacementView ?? null },
        audit: {
          action: 'entry.corrected',
          subjectKind: 'entry',
          subjectId: wrong.id,
          summary: `${replacement ? '冲销一条得分记录并更正' : '冲销一条得分记录'}${peersSummary(peers)}`,
          detail: { reversalId: reversal.id, replacementId: replacement?.id ?? null },
        },
      };
    },
  );
}

/** The others of the matter stay as they are: whoever corrects one is told whom else it may concern. */
function peersSummary(peers: Awaited<ReturnType<typeof entryPeers>>): string {
  if (peers.length === 0) return '';
  const names = peers.map(
    (peer) => `${peer.subject.name}${peer.roleName === null ? '' : `（${peer.roleName}）`}`,
  );
  return `；同一事项还记在：${names.join('、')}，未作改动`;
}

/** What is put in place of what was wrong. */
export type Replacement = Omit<EntryFacts, 'kind' | 'reason' | 'matterKey' | 'doneOn'>;
type Why = Pick<EntryToRecord, 'evidenceFileIds' | 'source' | 'requestId'> & { readonly reason: string };

/** Books the same matter with other facts, in the same period. */
export async function bookReplacement(
  tx: Tx,
  ctx: Ctx,
  wrong: LedgerRow,
  given: Replacement,
  why: Why,
): Promise<LedgerRow> {
  const { bureauId } = ctx.actor;
  const period = await lockWorkPeriod(tx, bureauId, wrong.period_id);
  return recordEntry(tx, ctx, {
    period,
    subject: await loadSubject(tx, ctx, {
      kind: wrong.subject_kind as 'unit' | 'officer',
      id: wrong.subject_id,
    }),
    placed: findIndicator(period.ruleSet, wrong.indicator_code),
    facts: replacementFacts(wrong, given, why.reason),
    occurredOn: wrong.occurred_on,
    evidenceFileIds: why.evidenceFileIds.length > 0 ? why.evidenceFileIds : wrong.evidence_file_ids,
    source: why.source,
    requestId: why.requestId,
    ownerUnitId: wrong.owner_unit_id,
  });
}

/** The facts of an entry with what is given in place of what was wrong; what is not given stays as it was. */
export function replacementFacts(wrong: LedgerRow, given: Replacement, reason: string): EntryFacts {
  return {
    kind: wrong.kind as EntryFacts['kind'],
    eventCode: given.eventCode ?? wrong.event_code ?? undefined,
    quantity: given.quantity ?? wrong.quantity ?? undefined,
    ofQuantity: given.ofQuantity ?? wrong.of_quantity ?? undefined,
    chosenPoints: given.chosenPoints ?? wrong.chosen_points ?? undefined,
    multipliers: given.multipliers ?? wrong.multipliers,
    dueOn: given.dueOn ?? wrong.due_on ?? undefined,
    doneOn: wrong.done_on ?? undefined,
    matterKey: wrong.matter_key ?? undefined,
    roleCode: wrong.role_code ?? undefined,
    reason,
  };
}

async function requireMayPost(tx: Tx, ctx: Ctx, row: LedgerRow): Promise<void> {
  const units = await tx
    .selectFrom('unit')
    .select(['id', 'path'])
    .where('id', 'in', [row.subject_unit_id, row.owner_unit_id ?? row.subject_unit_id])
    .execute();
  const pathOf = (unitId: string | null) => units.find((unit) => unit.id === unitId)?.path;
  const unitPath = pathOf(row.subject_unit_id);
  const ownerUnitPath = pathOf(row.owner_unit_id);
  requireAccess(ctx, 'entry.post', {
    ...(unitPath === undefined ? {} : { unitPath }),
    ...(ownerUnitPath === undefined ? {} : { ownerUnitPath }),
    officerId: row.subject_kind === 'officer' ? row.subject_id : null,
  });
}
