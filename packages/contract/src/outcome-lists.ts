import { PROPOSAL_KINDS } from '@mingji/engine';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, subjectKind } from './fields.ts';

const tag = '结果运用';
const subject = z.strictObject({
  kind: subjectKind,
  id,
  name: z.string(),
  code: z.string(),
  unitName: z.string(),
});
export const listedPlace = z.strictObject({
  subject,
  rank: z.number().int(),
  score: z.string().nullable(),
  /** The reader may see the score's explanation. */
  mayOpen: z.boolean(),
});
export type ListedPlace = z.infer<typeof listedPlace>;
const places = z.array(listedPlace).max(2000);

/** First, last and top lists of each ranked group (§12). */
export const getOutcomeLists = endpoint({
  method: 'GET',
  path: '/api/outcomes/lists',
  summary: '先进与末位名单',
  tag,
  gate: 'outcome.read',
  query: z.strictObject({ periodId: id, subjectKind, sequenceCode: z.string().max(100).optional() }),
  response: z.strictObject({
    period: z.strictObject({
      id,
      label: z.string(),
      ruleSetName: z.string(),
      sealNo: z.number().int().nullable(),
    }),
    groups: z
      .array(
        z.strictObject({
          sequenceCode: z.string().nullable(),
          sequenceName: z.string(),
          groupCode: z.string().nullable(),
          size: z.number().int(),
          wanted: z.strictObject({
            first: z.number().int(),
            last: z.number().int(),
            top: z.number().int(),
          }),
          first: places,
          last: places,
          top: places,
          note: z.string().nullable(),
        }),
      )
      .max(200),
    /** Of officers the reader sees the own sequence and the own line only (§17). */
    partial: z.boolean(),
  }),
});
export type OutcomeGroup = z.infer<(typeof getOutcomeLists)['response']>['groups'][number];

export const streakFinding = z.strictObject({
  subject,
  years: z.number().int(),
  among: z.enum(['last', 'lastPlaces']),
  message: z.string(),
  proposal: z.string(),
  clause: z.string().nullable(),
  clauseText: z.string().nullable(),
  basis: z.string().max(500),
  leader: z.strictObject({ name: z.string(), since: z.string(), months: z.number().int() }).nullable(),
  ranks: z
    .array(
      z.strictObject({
        year: z.number().int(),
        rank: z.number().int(),
        size: z.number().int(),
        periodId: id,
      }),
    )
    .max(20),
  /** A proposal already drawn up on this finding. */
  proposalId: id.nullable(),
});
export type StreakFinding = z.infer<typeof streakFinding>;
/** Who was last, or among the last, so many years running; by published annual ranks. */
export const listStreaks = endpoint({
  method: 'GET',
  path: '/api/outcomes/streaks',
  summary: '连续末位',
  tag,
  gate: 'outcome.readProposals',
  query: z.strictObject({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
  response: z.strictObject({
    year: z.number().int(),
    /** Published years there are, newest first. */
    years: z.array(z.number().int()).max(100),
    items: z.array(streakFinding).max(500),
  }),
});

/** Who by the method's own data may be proposed for something: a suggestion, never an act. */
export const listCandidates = endpoint({
  method: 'GET',
  path: '/api/outcomes/candidates',
  summary: '建议人选',
  tag,
  gate: 'outcome.propose',
  query: z.strictObject({ periodId: id }),
  response: z.strictObject({
    items: z
      .array(
        z.strictObject({
          kind: z.enum(PROPOSAL_KINDS),
          kindName: z.string(),
          subject,
          fact: z.string(),
          clause: z.string().nullable(),
          /** The method, its clause and the words of it: what a proposal rests on. */
          basis: z.string().max(500),
          proposalId: id.nullable(),
        }),
      )
      .max(2000),
  }),
});
