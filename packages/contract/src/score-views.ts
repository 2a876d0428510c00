import { z } from 'zod';
import { decimal } from './fields.ts';

/** §1: four states that are four different things on every screen. */
export const scoreState = z.enum(['scored', 'notScored', 'exempt', 'notApplicable']);
export const scoreView = z.strictObject({
  state: scoreState,
  /** The score that counts, as printed; null unless scored. */
  value: decimal.nullable(),
});
export type ScoreView = z.infer<typeof scoreView>;

/** A grade as the rules give it from the score, the effects and the decisions so far (§9). */
export const gradeView = z.strictObject({
  /** Null: none is given, or it still waits; `note` says why. */
  name: z.string().nullable(),
  /** The grade whose line the score reaches. */
  byScore: z.string().nullable(),
  note: z.string().nullable(),
});
export type GradeView = z.infer<typeof gradeView>;

/** A module or item as a column, in the order of the rule set. */
export const partColumn = z.strictObject({
  code: z.string(),
  name: z.string(),
  marks: decimal.nullable(),
});
export type PartColumn = z.infer<typeof partColumn>;
