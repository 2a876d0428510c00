import type { entries, files } from '@mingji/contract';
import type { StandingMark } from './acknowledge.ts';
import type { LedgerRow } from './entry-facts.ts';
import { clauseOf, placedIndicators, presentIndicator } from './find-indicator.ts';
import { formOf } from './indicator-form.ts';
import { presentSubject, type WorkSubject } from './load-subject.ts';
import type { WorkPeriod } from './work-period.ts';

interface ShownWith {
  readonly subject: WorkSubject;
  readonly period: WorkPeriod;
  readonly evidence: files.AttachmentView[];
  readonly reversedById: string | null;
  readonly appeal: { readonly id: string; readonly state: string; readonly instance: number } | null;
  readonly appealUntil: string | null;
  readonly acknowledgement: StandingMark | null;
  readonly can: entries.EntryView['can'];
}

export function presentEntry(row: LedgerRow, shown: ShownWith): entries.EntryView {
  const { period } = shown;
  const placed = placedIndicators(period.ruleSet).get(row.indicator_code);
  const form = placed ? formOf(placed.indicator) : null;
  const event = form?.events.find((each) => each.code === row.event_code) ?? soleEvent(form);
  return {
    id: row.id,
    period: { id: period.id, label: period.label, sealed: period.state === 'sealed' },
    subject: presentSubject(shown.subject),
    indicator: presentIndicator(row.indicator_code, placed),
    kind: row.kind as entries.EntryView['kind'],
    event:
      event && row.kind === 'event' ? { code: event.code, name: event.name, points: event.points } : null,
    quantity: row.quantity,
    ofQuantity: row.of_quantity,
    measureUnit: form?.measureUnit ?? event?.unit ?? null,
    chosenPoints: row.chosen_points,
    bookedPoints: row.booked_points,
    matterKey: row.matter_key,
    occurredOn: row.occurred_on,
    clause: clauseOf(period.ruleSet, event?.clause ?? row.clause),
    reason: row.reason,
    evidence: shown.evidence,
    source: { kind: row.source_kind as entries.EntryView['source']['kind'], id: row.source_id },
    reversesId: row.reverses,
    reversedById: shown.reversedById,
    byName: row.by_name,
    at: row.at.toISOString(),
    hash: row.entry_hash.toString('hex'),
    appeal: shown.appeal,
    appealUntil: shown.appealUntil,
    acknowledgement: shown.acknowledgement && {
      mark: shown.acknowledgement.mark,
      byName: shown.acknowledgement.byName,
      at: shown.acknowledgement.at.toISOString(),
      appealId: shown.acknowledgement.appealId,
    },
    can: shown.can,
  };
}

/** An indicator with one event need not name it. */
function soleEvent(form: ReturnType<typeof formOf>) {
  return form?.events.length === 1 ? form.events[0] : undefined;
}
