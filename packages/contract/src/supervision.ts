import { ESCALATION_LEVELS, MATTER_KINDS, PRESS_STATES, PRESSED_KINDS } from '@mingji/engine';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { day, id, instant, longText, named, pageOf, paging, requestId } from './fields.ts';

const tag = '督办';
export const matterKind = z.enum(MATTER_KINDS);
export const pressedKind = z.enum(PRESSED_KINDS);
export const escalationLevel = z.enum(ESCALATION_LEVELS);
export const pressState = z.enum(PRESS_STATES);
const pressText = z.string().trim().min(1, '请填写催办内容').max(500, '催办内容最多 500 字');

/** Who is late or pressed: a unit, or an officer with the unit he serves in. */
export const responsible = z.strictObject({
  kind: z.enum(['unit', 'officer']),
  id,
  name: z.string(),
  unit: named,
});
export const lastPress = z.strictObject({
  id,
  at: instant,
  byName: z.string(),
  state: pressState,
  level: escalationLevel.nullable(),
  reply: z.string().nullable(),
});
/** One thing that is late or stuck: who, what, since when, how late. */
export const matterView = z.strictObject({
  key: z.string(),
  kind: matterKind,
  who: responsible,
  title: z.string(),
  ruleSet: named,
  since: instant,
  dueOn: day.nullable(),
  state: z.enum(['late', 'near', 'waiting']),
  /** Null without the working-day table of a year in between. */
  workingDaysLate: z.number().int().nullable(),
  lastPress: lastPress.nullable(),
  /** Where it is looked at; null where nothing is there to be seen yet. */
  address: z.string().nullable(),
  canPress: z.boolean(),
});
export type MatterView = z.infer<typeof matterView>;

/** Which matters; every part is one filter of the page's address. */
const matterFilter = {
  kind: matterKind.optional(),
  /** `open` = late and near, what one presses for. */
  state: z.enum(['late', 'near', 'waiting', 'open', 'all']).default('open'),
  unitId: id.optional(),
  officerId: id.optional(),
  ruleSetId: id.optional(),
  pressed: z.enum(['never', 'open', 'replied']).optional(),
  text: z.string().trim().max(50).optional(),
};
const kindCounts = z
  .array(z.strictObject({ kind: matterKind, late: z.number().int(), near: z.number().int() }))
  .max(MATTER_KINDS.length);
export const listMatters = endpoint({
  method: 'GET',
  path: '/api/supervision/matters',
  summary: '督办清单',
  tag,
  gate: 'supervision.read',
  query: z.strictObject({ ...paging, ...matterFilter }),
  response: pageOf(matterView).extend({
    /** Of the total, what the viewer may press: not what the own unit owes. */
    pressable: z.number().int(),
    /** Of everything below the viewer that the other filters leave. */
    counts: kindCounts,
    ruleSets: z.array(named).max(200),
    unit: named.nullable(),
    /** Said when a year's working-day table is missing: what cannot be counted is not called late. */
    calendarNotice: z.string().nullable(),
    pressAgainHours: z.number().int(),
  }),
});

/** All that is late or near at one directly below; `own` is what the unit itself owes. */
export const supervisedUnit = z.strictObject({
  kind: z.enum(['unit', 'officer', 'own']),
  id,
  name: z.string(),
  late: z.number().int(),
  near: z.number().int(),
  counts: kindCounts,
  canPress: z.boolean(),
});
export type SupervisedUnit = z.infer<typeof supervisedUnit>;
export const listMattersByUnit = endpoint({
  method: 'GET',
  path: '/api/supervision/units',
  summary: '督办清单（按单位）',
  tag,
  gate: 'supervision.read',
  /** Left out: the highest unit in reach. */
  query: z.strictObject({ unitId: id.optional(), ruleSetId: id.optional() }),
  response: z.strictObject({
    unit: named,
    /** From the top down to the unit, as far as the viewer may look. */
    above: z.array(named).max(20),
    /** Most late first; who has nothing late or near is not among them. */
    rows: z.array(supervisedUnit).max(2000),
  }),
});

export const pressView = z.strictObject({
  id,
  kind: z.enum(['press', 'escalation']),
  matterKind: pressedKind,
  title: z.string(),
  text: z.string(),
  ruleSet: named,
  /** Whose work it is about. */
  late: responsible,
  /** Who is pressed. */
  to: responsible,
  level: escalationLevel.nullable(),
  byName: z.string(),
  at: instant,
  replyBy: instant.nullable(),
  state: pressState,
  reply: z.string().nullable(),
  repliedByName: z.string().nullable(),
  repliedAt: instant.nullable(),
  /** Where the work is done. */
  address: z.string(),
  canReply: z.boolean(),
});
export type PressView = z.infer<typeof pressView>;

/** One click for one, many or all: keys, or everything that a filter finds below a unit. */
export const pressMatters = endpoint({
  method: 'POST',
  path: '/api/supervision/presses',
  summary: '催办',
  tag,
  gate: 'supervision.press',
  body: z
    .strictObject({
      requestId,
      keys: z.array(z.string().min(5).max(200)).min(1).max(500).optional(),
      all: z.strictObject(matterFilter).optional(),
      text: pressText,
      /** By when an answer is wanted; left out, the bureau's usual working days. */
      replyBy: day.optional(),
    })
    .refine((body) => (body.keys === undefined) !== (body.all === undefined), {
      message: '请选择要催办的事项，或按条件全部催办，二者选一',
      path: ['keys'],
    }),
  response: z.strictObject({
    pressed: z.number().int(),
    /** Pressed, but nobody with an account is there to read it. */
    unreached: z.number().int(),
    skippedCount: z.number().int(),
    skipped: z.array(z.strictObject({ key: z.string(), reason: z.string() })).max(50),
  }),
});
export const listPresses = endpoint({
  method: 'GET',
  path: '/api/supervision/presses',
  summary: '催办记录',
  tag,
  gate: 'press.reply',
  query: z.strictObject({
    ...paging,
    view: z.enum(['toMe', 'below']).default('toMe'),
    state: pressState.optional(),
    kind: pressedKind.optional(),
    unitId: id.optional(),
    pressKind: z.enum(['press', 'escalation']).optional(),
  }),
  response: pageOf(pressView),
});
const ofPress = z.strictObject({ pressId: id });
export const pressDetail = pressView.extend({
  /** Every press and answer about the same matter, first to last. */
  history: z
    .array(
      z.strictObject({
        action: z.string(),
        actionLabel: z.string(),
        byName: z.string(),
        at: instant,
        text: z.string().nullable(),
      }),
    )
    .max(200),
});
export type PressDetail = z.infer<typeof pressDetail>;
export const getPress = endpoint({
  method: 'GET',
  path: '/api/supervision/presses/:pressId',
  summary: '一件催办',
  tag,
  gate: 'press.reply',
  params: ofPress,
  response: z.strictObject({ press: pressDetail }),
});
export const replyToPress = endpoint({
  method: 'POST',
  path: '/api/supervision/presses/:pressId/reply',
  summary: '说明情况',
  tag,
  gate: 'press.reply',
  params: ofPress,
  body: z.strictObject({ requestId, text: longText.max(2000, '说明最多 2000 字') }),
  response: z.strictObject({ press: pressDetail }),
});

const days = z.number().int().min(0).max(60);
export const supervisionSettings = z.strictObject({
  /** Working days a holder has to open a target, to hand it down, to correct what came back. How long a review may
   * take is set with the reviewers of a department (P9). */
  openDays: days,
  splitDays: days,
  correctDays: days,
  /** From when on before a deadline it is shown as near. */
  warningDays: z.number().int().min(0).max(30),
  pressAgainHours: z.number().int().min(0).max(720),
  replyDays: z.number().int().min(1).max(30),
});
export type SupervisionSettings = z.infer<typeof supervisionSettings>;
export const escalationRule = z.strictObject({
  kind: matterKind,
  after: z.enum(['deadline', 'press']),
  workingDays: days,
  to: escalationLevel,
});
const rules = z.array(escalationRule).max(50);
export const getSupervisionRules = endpoint({
  method: 'GET',
  path: '/api/supervision/rules',
  summary: '督办规则',
  tag,
  gate: 'supervision.read',
  response: z.strictObject({
    settings: supervisionSettings,
    rules,
    /** Nobody has set them yet: these are the usual ones. */
    usual: z.boolean(),
    canEdit: z.boolean(),
    /** Methods in reach, with rules of their own or the bureau's (empty). */
    ruleSets: z.array(named.extend({ unit: named, own: z.boolean(), rules, canEdit: z.boolean() })).max(200),
  }),
});
export const saveSupervisionRules = endpoint({
  method: 'PUT',
  path: '/api/supervision/rules',
  summary: '保存督办规则',
  tag,
  gate: 'supervision.manage',
  body: z.strictObject({ requestId, settings: supervisionSettings, rules }),
  response: z.strictObject({ saved: z.number().int() }),
});
/** No rules: the bureau's count for the method again. */
export const saveRuleSetEscalation = endpoint({
  method: 'PUT',
  path: '/api/supervision/rules/:ruleSetId',
  summary: '保存一个办法的上报督办规则',
  tag,
  gate: 'supervision.manage',
  params: z.strictObject({ ruleSetId: id }),
  body: z.strictObject({ requestId, rules }),
  response: z.strictObject({ saved: z.number().int() }),
});
