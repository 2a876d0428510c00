import type { submissions } from '@mingji/contract';
import { FAMILY_NAMES } from '@mingji/engine';
import type { z } from 'zod';
import type { Reader } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';
import {
  bookPoints,
  type EntryFacts,
  formOf,
  type IndicatorForm,
  type PlacedIndicator,
  type WorkPeriod,
  type WorkSubject,
} from '../ledger/index.ts';

export type PointsPreview = z.infer<typeof submissions.pointsPreview>;
interface Question {
  readonly period: WorkPeriod;
  readonly placed: PlacedIndicator;
  readonly subject: WorkSubject;
  readonly facts: EntryFacts;
  readonly bureauId: string;
  readonly at: Date;
}

/** What acceptance would book, by the very computation that books it; a refusal is shown instead of a number. */
export async function previewPoints(reader: Reader, question: Question): Promise<PointsPreview> {
  const { facts, placed } = question;
  const form = formOf(placed.indicator);
  if (!form) return { kind: 'effect', points: null, explanation: '该指标的得分来自测评或其他办法。' };
  if (form.takes === 'band' && facts.chosenPoints === undefined) {
    return {
      kind: 'band',
      points: null,
      explanation: `请在 ${form.band?.min} 至 ${form.band?.max} 分之间评分并写明理由。`,
    };
  }
  try {
    const points = await bookPoints(reader, question);
    if (points === null)
      return { kind: 'measure', points: null, explanation: measureText(placed, facts, form) };
    if (placed.indicator.scoring.family === 'effectOnly') {
      return { kind: 'effect', points: null, explanation: '该指标不计分，只产生后果。' };
    }
    return {
      kind: form.takes === 'band' ? 'band' : 'points',
      points,
      explanation: pointsText(facts, form, points),
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { kind: form.takes === 'band' ? 'band' : 'points', points: null, explanation: error.message };
  }
}

function measureText(placed: PlacedIndicator, facts: EntryFacts, form: IndicatorForm): string {
  const of = facts.ofQuantity === undefined ? '' : ` / ${facts.ofQuantity}`;
  return `记入完成量 ${facts.quantity ?? ''}${of} ${form.measureUnit ?? ''}，周期结束时${FAMILY_NAMES[placed.indicator.scoring.family]}。`;
}

function pointsText(facts: EntryFacts, form: IndicatorForm, points: string): string {
  const event = form.events.find((each) => each.code === facts.eventCode) ?? form.events[0];
  if (form.band)
    return `在 ${form.band.min} 至 ${form.band.max} 分的幅度内评 ${facts.chosenPoints ?? points} 分`;
  if (!event) return `记 ${points} 分`;
  if (facts.chosenPoints !== undefined) return `“${event.name}”分摊 ${points} 分`;
  return `“${event.name}”${event.points} 分 × ${facts.quantity ?? '1'}${event.unit ?? '次'} = ${points} 分`;
}
