import type { Ctx } from '../../context.ts';
import { openPresses } from '../supervision/index.ts';
import { pressLines } from './press-lines.ts';
import type { Waiting } from './urgency.ts';

/** Presses that wait for this person's word, by the day it is wanted (P10). */
export async function pressWork(ctx: Ctx): Promise<Waiting[]> {
  return pressLines(await openPresses(ctx));
}
