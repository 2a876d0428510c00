import { VERSION_STATES } from '@mingji/engine';
import { z } from 'zod';
import { problem } from './errors.ts';
import { day, id, instant, named } from './fields.ts';
import { ruleSetFormat } from './rule-set-format.ts';

export const sequenceCodes = z.array(z.string().max(40)).max(50);

export const versionState = z.enum(VERSION_STATES);
export const versionLine = z.strictObject({
  id,
  version: z.number().int(),
  state: versionState,
  effectiveOn: day.nullable(),
  publishedAt: instant.nullable(),
  publishedByName: z.string().nullable(),
  updatedAt: instant,
  indicatorCount: z.number().int(),
});
const abilitiesOf = z.strictObject({ edit: z.boolean(), publish: z.boolean() });
export const ruleSetView = z.strictObject({
  id,
  code: z.string(),
  name: z.string(),
  unit: named,
  sequenceCodes,
  /** Newest first. */
  versions: z.array(versionLine).max(500),
  abilities: abilitiesOf,
});
export type RuleSetView = z.infer<typeof ruleSetView>;

/** X6: what a person of the legal office answered to a flag, and who put it on record. */
export const signOff = z.strictObject({
  findingKey: z.string(),
  /** Where the flag stood when it was signed, kept for the record. */
  message: z.string(),
  signer: z.string(),
  reason: z.string(),
  recordedByName: z.string(),
  recordedAt: instant,
});
export type SignOff = z.infer<typeof signOff>;
export const finding = z.strictObject({
  key: z.string(),
  code: z.string(),
  indicatorCode: z.string(),
  indicatorName: z.string(),
  message: z.string(),
  mend: z.string(),
  words: z.array(z.string()).max(20),
  /** Advice needs no answer; a flag needs one before publishing. */
  needsSignOff: z.boolean(),
  signOff: signOff.nullable(),
});
export type FindingView = z.infer<typeof finding>;

/** The marks as they add up (§4): declared, summed, and the difference that stops publishing. */
const balanceLine = z.strictObject({
  code: z.string(),
  name: z.string(),
  declared: z.string().nullable(),
  sum: z.string().nullable(),
  difference: z.string().nullable(),
});
export const marksBalance = z.strictObject({
  total: balanceLine,
  modules: z.array(balanceLine.extend({ items: z.array(balanceLine).max(200) })).max(50),
});
/** Q6, §16: one time a draft was sent to the level above, and what its office said. */
export const filingState = z.enum(['pending', 'accepted', 'returned', 'withdrawn']);
export const filing = z.strictObject({
  id,
  state: filingState,
  receiver: named,
  note: z.string(),
  submittedByName: z.string().nullable(),
  submittedAt: instant,
  opinion: z.string().nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: instant.nullable(),
});
export type FilingView = z.infer<typeof filing>;
/** Whether publishing needs filing, by whose word, and whom it goes to. */
export const filingDemand = z.strictObject({
  demanded: z.boolean(),
  /** The rule set whose text says so: this one or one above it. */
  byRuleSet: z.string().nullable(),
  receiver: named.nullable(),
});

export const versionView = versionLine.extend({
  ruleSet: z.strictObject({ id, code: z.string(), name: z.string(), unit: named, sequenceCodes }),
  content: ruleSetFormat,
  contentHash: z.string().nullable(),
  createdAt: instant,
  createdByName: z.string().nullable(),
  problems: z.array(problem).max(500),
  findings: z.array(finding).max(500),
  balance: marksBalance,
  owners: z.array(z.strictObject({ owner: z.string(), unit: named.nullable() })).max(500),
  /** §16: the published version that this one is under. */
  upper: z.strictObject({ versionId: id, ruleSetName: z.string(), version: z.number().int() }).nullable(),
  /** Indicators with issued targets: they cannot be taken out of the draft. */
  targetedCodes: z.array(z.string()).max(500),
  filing: filingDemand.extend({
    /** Newest first. */
    rounds: z.array(filing).max(50),
  }),
  abilities: abilitiesOf.extend({
    submit: z.boolean(),
    withdraw: z.boolean(),
    /** Accept or return: the office above, never who sent it. */
    decide: z.boolean(),
  }),
});
export type VersionView = z.infer<typeof versionView>;

/** §16: a method under another one, with what does not fit under the version at hand. */
export const dependant = z.strictObject({
  versionId: id,
  ruleSetName: z.string(),
  unit: named,
  version: z.number().int(),
  state: versionState,
  /** The version of the upper method that its text names: its number here, or the text when there is none such. */
  upperVersion: z.string(),
  problems: z.array(problem).max(200),
});
export type Dependant = z.infer<typeof dependant>;
