import type { RuleSet } from '../rules/rule-set.ts';
import type { Actor } from './decide-access.ts';

/** Who else may look, besides the subject and its line (§17). */
export const POINTS_PUBLICITY = ['line', 'unit', 'all'] as const;
export type PointsPublicity = (typeof POINTS_PUBLICITY)[number];
export const RANKS_PUBLICITY = ['unit', 'sequence', 'all'] as const;
export type RanksPublicity = (typeof RANKS_PUBLICITY)[number];

/** What a method publishes of its results. Reasons, people and evidence of a score are never among it. */
export interface VisibilityRules {
  /** ⚙ default line: points by module and item. */
  readonly points?: PointsPublicity;
  /** ⚙ default all: score and place of units. */
  readonly unitRanks?: RanksPublicity;
  /** ⚙ default sequence: score and place of officers. */
  readonly officerRanks?: RanksPublicity;
  /** Items that tell of discipline, complaints, health or family: their points stay with the subject and its line. */
  readonly withheld?: readonly string[];
  readonly clause?: string;
}
export type Visibility = Required<Omit<VisibilityRules, 'clause'>>;

export function visibilityOf({ visibility }: Pick<RuleSet, 'visibility'>): Visibility {
  return {
    points: visibility?.points ?? 'line',
    unitRanks: visibility?.unitRanks ?? 'all',
    officerRanks: visibility?.officerRanks ?? 'sequence',
    withheld: visibility?.withheld ?? [],
  };
}

/** Whether the points of a module or item stay with the line, because they tell of what is never published. */
export function isWithheld(
  ruleSet: RuleSet,
  part: { readonly kind: 'module' | 'item'; readonly code: string },
): boolean {
  const { withheld } = visibilityOf(ruleSet);
  if (part.kind === 'item') return withheld.includes(part.code);
  const module = ruleSet.modules.find(({ code }) => code === part.code);
  return module?.items.some(({ code }) => withheld.includes(code)) ?? false;
}

/** Levels down to station, brigade and section (P1): whoever serves in a squad of it is a colleague there. */
const LEVELS_OF_A_UNIT = 3;

/** The units in which the actor serves himself, squads counted to the unit they belong to. */
export function servesIn(actor: Actor): string[] {
  const own = actor.grants.filter(({ role }) => role === 'officer').map(({ unitPath }) => unitOf(unitPath));
  return [...new Set(own)];
}

function unitOf(path: string): string {
  const codes = path.split('/').filter((code) => code !== '');
  return codes.length <= LEVELS_OF_A_UNIT ? path : `${codes.slice(0, LEVELS_OF_A_UNIT).join('/')}/`;
}

/** Whether colleagues in squads below count too: of an organ (city, county) only who serves in it directly. */
export function hasSquads(unitPath: string): boolean {
  return unitPath.split('/').filter((code) => code !== '').length >= LEVELS_OF_A_UNIT;
}
