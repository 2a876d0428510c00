import { z } from 'zod';
import { day, instant } from './fields.ts';

/** Where the numbers of a bulletin come from: one of its periods, with the computation and the seal. */
export const figureSource = z.strictObject({
  periodId: z.uuid(),
  label: z.string(),
  evaluationId: z.uuid().nullable(),
  /** Null: not sealed when the figures were gathered. */
  sealNo: z.number().int().nullable(),
  sealHash: z.string().nullable(),
  /** When the numbers were computed. */
  asOf: instant,
  entryCount: z.number().int().nullable(),
});
export type FigureSource = z.infer<typeof figureSource>;

const cell = z.string().max(200);
const text = z.string();
/** A block with its numbers filled in: what screens show and the Word document prints. */
export const documentBlock = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('heading'),
    key: text,
    level: z.number().int().min(1).max(3),
    /** 一、 or （一） or 1. */
    ordinal: text,
    text,
  }),
  z.strictObject({ type: z.literal('paragraph'), key: text, text }),
  z.strictObject({
    type: z.literal('table'),
    key: text,
    caption: text,
    columns: z
      .array(
        z.strictObject({
          heading: text,
          /** Share of the width, in characters. */
          width: z.number().int().min(1).max(60),
          align: z.enum(['left', 'center', 'right']),
        }),
      )
      .max(30),
    rows: z.array(z.array(cell).max(30)).max(2000),
    /** Said instead of an empty table. */
    emptyText: text.nullable(),
    /** Where the numbers come from. */
    note: text,
  }),
  z.strictObject({
    type: z.literal('chart'),
    key: text,
    caption: text,
    form: z.enum(['bars', 'lines']),
    /** `rank`: the first place stands on top. */
    measure: z.enum(['score', 'rank']),
    categories: z.array(text).max(200),
    series: z.array(z.strictObject({ name: text, values: z.array(text.nullable()).max(200) })).max(20),
    emptyText: text.nullable(),
    note: text,
  }),
  z.strictObject({
    type: z.literal('annex'),
    key: text,
    /** Null when it is the only one: then it is just “附件”. */
    ordinal: z.number().int().nullable(),
    title: text,
  }),
]);
export type DocumentBlock = z.infer<typeof documentBlock>;

export const bulletinDocument = z.strictObject({
  issuer: text,
  /** 江公考〔2026〕5号; null until it is approved. */
  number: text.nullable(),
  title: text,
  addressee: text,
  /** 抄送, without its label and full stop; empty: nobody gets a copy. */
  copies: text.default(''),
  blocks: z.array(documentBlock).max(400),
  annexes: z.array(text).max(120),
  /** The day of approval; null until then. */
  datedOn: day.nullable(),
  sources: z.array(figureSource).max(12),
});
export type BulletinDocument = z.infer<typeof bulletinDocument>;

/** What hinders a bulletin from being submitted, or must be confirmed with a reason. */
export const bulletinFinding = z.strictObject({
  code: z.enum(['empty', 'placeholder', 'stale', 'privacy', 'naming']),
  /** The block it is in; null: the bulletin as a whole. */
  key: text.nullable(),
  message: text,
  /** `refuse` stops the submission; `confirm` wants a reason. */
  weight: z.enum(['refuse', 'confirm']),
});
export type BulletinFinding = z.infer<typeof bulletinFinding>;
