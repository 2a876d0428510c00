import type { entries } from '@mingji/contract';
import { equals, exact, multiply } from '@mingji/engine';
import { quantityText } from '../Submissions/texts.ts';

/** The arithmetic of one entry in a sentence. A share of a role, or a coefficient, is told; no false sum (X1, P2). */
export function arithmeticOf(entry: entries.EntryView): string {
  if (entry.kind === 'measure') return `完成量 ${quantityText(entry)}，周期结束时按办法折算得分`;
  if (entry.chosenPoints !== null) return `评定 ${entry.chosenPoints} 分`;
  if (!entry.event) return '—';
  const { name, points } = entry.event;
  const quantity = entry.quantity ?? '1';
  const product = `${name} ${points} 分 × ${quantity} ${entry.measureUnit ?? '次'}`;
  const booked = entry.bookedPoints;
  if (booked === null) return product;
  return equals(multiply(exact(points), exact(quantity)), exact(booked))
    ? `${product} = ${booked} 分`
    : `${product}，按条款规定的分工或系数记 ${booked} 分`;
}
