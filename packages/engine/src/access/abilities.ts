import type { Role } from './roles.ts';

/**
 * How far a role's grant reaches for one ability.
 * - `bureau`: everything of the bureau.
 * - `subtree`: the granted unit and all below it (P1).
 * - `owned`: work on indicators that the granted unit, or a unit below it, owns (归口, P9).
 * - `unit`: exactly the granted unit.
 * - `self`: only what concerns the officer behind the account.
 */
export type Reach = 'bureau' | 'subtree' | 'owned' | 'unit' | 'self';

/** Conditions that no role lifts (§13: nobody reviews own work, who scored never decides the appeal). */
export type Guard = 'notOwnWork' | 'notScorer';

interface AbilityRule {
  readonly roles: Partial<Record<Role, Reach>>;
  readonly guards?: readonly Guard[];
}

const allBusiness = {
  office: 'bureau',
  reviewer: 'bureau',
  unitHead: 'bureau',
  unitClerk: 'bureau',
  supervisingLeader: 'bureau',
  bureauLeader: 'bureau',
  discipline: 'bureau',
  committee: 'bureau',
  officer: 'bureau',
} as const satisfies Partial<Record<Role, Reach>>;

const ownAndLine = {
  office: 'subtree',
  unitHead: 'subtree',
  unitClerk: 'unit',
  supervisingLeader: 'subtree',
  bureauLeader: 'subtree',
  committee: 'bureau',
  officer: 'self',
} as const satisfies Partial<Record<Role, Reach>>;

/** Who leads looks down the line. */
const lineDown = {
  office: 'subtree',
  unitHead: 'subtree',
  supervisingLeader: 'subtree',
  bureauLeader: 'subtree',
} as const satisfies Partial<Record<Role, Reach>>;

/** Who may do what, how far. What is not listed is refused: closed by default. */
export const abilityRules = {
  'account.read': { roles: { systemAdmin: 'bureau', securityAdmin: 'bureau', auditAdmin: 'bureau' } },
  'account.create': { roles: { systemAdmin: 'bureau' } },
  'account.disable': { roles: { systemAdmin: 'bureau' } },
  'account.approve': { roles: { securityAdmin: 'bureau' } },
  'account.grant': { roles: { securityAdmin: 'bureau' } },
  'account.unlock': { roles: { securityAdmin: 'bureau' } },
  'account.resetPassword': { roles: { securityAdmin: 'bureau' } },
  'webhook.manage': { roles: { systemAdmin: 'bureau' } },
  'audit.read': { roles: { auditAdmin: 'bureau' } },
  'system.read': { roles: { systemAdmin: 'bureau', securityAdmin: 'bureau', auditAdmin: 'bureau' } },

  'unit.read': { roles: { ...allBusiness, systemAdmin: 'bureau', securityAdmin: 'bureau' } },
  'unit.manage': { roles: { office: 'subtree' } },
  'officer.read': {
    roles: { ...ownAndLine, reviewer: 'bureau', discipline: 'bureau', systemAdmin: 'bureau' },
  },
  'officer.manage': { roles: { office: 'subtree' } },
  'sequence.manage': { roles: { office: 'subtree' } },
  'calendar.manage': { roles: { office: 'bureau' } },
  'import.run': { roles: { office: 'subtree' } },

  'ruleSet.read': { roles: allBusiness },
  'ruleSet.edit': { roles: { office: 'subtree' } },
  'ruleSet.publish': { roles: { office: 'subtree' } },
  // Decided by the office of the level above, so it is asked on the unit above; never by who sent it (§16, Q6).
  'ruleSet.file': { roles: { office: 'subtree' }, guards: ['notOwnWork'] },

  'period.read': { roles: allBusiness },
  'period.manage': { roles: { office: 'subtree' } },
  'period.close': { roles: { office: 'subtree' } },
  'period.seal': { roles: { office: 'subtree' } },
  // The second pair of eyes: never who asked for it (P14).
  'period.confirmReopening': {
    roles: { office: 'subtree', supervisingLeader: 'subtree', bureauLeader: 'subtree' },
    guards: ['notOwnWork'],
  },
  'pilot.manage': { roles: { office: 'subtree' } },
  // The audit administrator verifies too: he is told what was changed, never from which score to which.
  'seal.verify': {
    roles: {
      office: 'bureau',
      bureauLeader: 'bureau',
      discipline: 'bureau',
      committee: 'bureau',
      auditAdmin: 'bureau',
    },
  },

  'target.read': { roles: { ...ownAndLine, reviewer: 'bureau' } },
  'target.issue': { roles: { office: 'subtree' } },
  'target.decompose': { roles: { office: 'subtree', unitHead: 'subtree', unitClerk: 'unit' } },

  'submission.read': { roles: { ...ownAndLine, reviewer: 'owned' } },
  'submission.create': { roles: { officer: 'self', unitHead: 'subtree', unitClerk: 'unit' } },
  'submission.review': { roles: { reviewer: 'owned', office: 'subtree' }, guards: ['notOwnWork'] },
  // Whom a review waits for: the department itself, its head, the office above.
  'review.assign': {
    roles: { reviewer: 'owned', office: 'subtree', unitHead: 'subtree' },
    guards: ['notOwnWork'],
  },
  'review.arrange': { roles: { office: 'subtree', unitHead: 'subtree' } },
  'recheck.manage': { roles: { office: 'subtree' } },
  'recheck.decide': { roles: { reviewer: 'owned', office: 'subtree' }, guards: ['notOwnWork'] },

  'entry.read': { roles: { ...ownAndLine, reviewer: 'owned', discipline: 'bureau' } },
  // P13: who is concerned marks each entry as seen or disagreed with; of a unit its head and clerk.
  'entry.acknowledge': { roles: { officer: 'self', unitHead: 'unit', unitClerk: 'unit' } },
  'entry.post': {
    roles: { reviewer: 'owned', office: 'subtree', discipline: 'owned' },
    guards: ['notOwnWork'],
  },

  'appeal.read': { roles: { ...ownAndLine, reviewer: 'owned' } },
  'appeal.file': { roles: { officer: 'self', unitHead: 'unit', unitClerk: 'unit' } },
  'appeal.decide': { roles: { reviewer: 'owned', office: 'subtree' }, guards: ['notOwnWork', 'notScorer'] },
  // The second instance: of the two, whom the method names; asked on the unit whose method it is (§13).
  'appeal.decideFinally': {
    roles: { committee: 'bureau', office: 'subtree' },
    guards: ['notOwnWork', 'notScorer'],
  },
  // 回避: who decides about it and names another to answer.
  'appeal.manage': { roles: { office: 'subtree' }, guards: ['notOwnWork'] },
  'appeal.statistics': {
    roles: {
      office: 'subtree',
      reviewer: 'owned',
      unitHead: 'subtree',
      supervisingLeader: 'subtree',
      bureauLeader: 'subtree',
      discipline: 'bureau',
      committee: 'bureau',
    },
  },

  'result.read': { roles: ownAndLine },
  'result.export': {
    roles: {
      office: 'subtree',
      unitHead: 'subtree',
      supervisingLeader: 'subtree',
      bureauLeader: 'subtree',
      officer: 'self',
    },
  },
  // Pressing reaches below oneself only: whom it may not reach is decided again for each (P1, P10).
  'supervision.read': { roles: lineDown },
  'supervision.press': { roles: lineDown },
  'supervision.manage': { roles: { office: 'subtree' } },
  'press.reply': {
    roles: {
      office: 'unit',
      reviewer: 'unit',
      unitHead: 'unit',
      unitClerk: 'unit',
      supervisingLeader: 'unit',
      bureauLeader: 'unit',
      officer: 'self',
    },
  },
  'ranking.read': { roles: allBusiness },

  'outcome.read': { roles: { ...ownAndLine, discipline: 'bureau' } },
  'outcome.press': { roles: { office: 'subtree', unitHead: 'subtree', supervisingLeader: 'subtree' } },
  'outcome.propose': { roles: { office: 'subtree' } },
  // Who drew a proposal up does not decide it, and nobody decides about himself (P17).
  'outcome.decide': { roles: { committee: 'bureau' }, guards: ['notOwnWork'] },
  'outcome.readProposals': {
    roles: { office: 'subtree', bureauLeader: 'subtree', committee: 'bureau', discipline: 'bureau' },
  },
  'outcome.check': {
    roles: {
      office: 'subtree',
      unitHead: 'subtree',
      supervisingLeader: 'subtree',
      bureauLeader: 'subtree',
      committee: 'bureau',
      discipline: 'bureau',
    },
  },
  // §17: facts of discipline are for those who handle them; the others learn that there is one.
  'outcome.readDiscipline': { roles: { office: 'subtree', committee: 'bureau', discipline: 'bureau' } },
  'writtenReview.hand': { roles: { officer: 'self', unitHead: 'unit' } },
  'writtenReview.decide': {
    roles: { office: 'subtree', unitHead: 'subtree', supervisingLeader: 'subtree', bureauLeader: 'subtree' },
    guards: ['notOwnWork'],
  },
  // Whom a published one was addressed to may read it besides: see the bulletins of the server.
  'bulletin.read': { roles: { ...ownAndLine, reviewer: 'unit', discipline: 'unit' } },
  // A level's bulletins are its own: the level above reads what is published and edits nothing (P15).
  'bulletin.draft': { roles: { office: 'unit' } },
  'bulletin.approve': {
    roles: { supervisingLeader: 'unit', bureauLeader: 'unit', unitHead: 'unit' },
    guards: ['notOwnWork'],
  },
  'file.upload': { roles: allBusiness },
  'file.read': { roles: allBusiness },
  'notification.read': {
    roles: { ...allBusiness, systemAdmin: 'bureau', securityAdmin: 'bureau', auditAdmin: 'bureau' },
  },
  'workbench.read': {
    roles: { ...allBusiness, systemAdmin: 'bureau', securityAdmin: 'bureau', auditAdmin: 'bureau' },
  },
} as const satisfies Record<string, AbilityRule>;

export type Ability = keyof typeof abilityRules;
export const abilities = Object.keys(abilityRules) as Ability[];

export function ruleOf(ability: Ability): AbilityRule {
  return abilityRules[ability];
}
