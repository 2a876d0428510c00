import type { bulletins } from '@mingji/contract';
import type { StandingRow } from '../../results/index.ts';

/** One subject in the figures: its standing, and what it is compared with. */
export interface FigureRow
  extends Pick<StandingRow, 'kind' | 'id' | 'name' | 'unitName' | 'sequence' | 'group'> {
  readonly state: StandingRow['state'];
  readonly score: string | null;
  /** Among those below the issuing unit: of the whole bureau's ranking for the bureau's own office. */
  readonly rank: number | null;
  readonly previousRank: number | null;
  readonly previousScore: string | null;
  readonly modules: readonly (string | null)[];
  /** The score of each period, units only. */
  readonly byPeriod: readonly (string | null)[];
  /** Pieces of accepted work in all the periods; a unit's are those of its people too. */
  readonly accepted: number;
  /** Working days present in the last month; null or not told: nobody knows. Officers only. */
  readonly presentDays?: string | null;
  /** The rank counts but is not told while an appeal is open (§13). */
  readonly suspended?: boolean;
}

export interface FigureSequence {
  readonly code: string;
  readonly name: string;
  readonly kind: 'unit' | 'officer';
}

/** One unit below the issuing one: what was issued to it, and what it reported. */
export interface SupervisionRow {
  readonly name: string;
  readonly issued: number;
  readonly opened: number;
  readonly reported: number;
  readonly accepted: number;
  readonly returned: number;
  readonly waiting: number;
}

/** Everything a bulletin is filled from, as of one moment; plain data, so that it can be kept and told again. */
export interface Figures {
  readonly issuer: string;
  readonly label: string;
  readonly year: number;
  readonly from: string;
  readonly to: string;
  readonly ruleSetName: string;
  /** `上期` of every comparison; null: there is none. */
  readonly previousLabel: string | null;
  readonly redLine: { readonly below: string; readonly kinds: readonly ('unit' | 'officer')[] } | null;
  /** How many places first and last lists have by the method. */
  readonly listPlaces: { readonly first: number; readonly last: number };
  /** Null: the method wants no zero list. */
  readonly zeroList: { readonly presentDays: number | null } | null;
  /** Decimal places of printed scores; null: as exact as they are. */
  readonly digits: number | null;
  readonly modules: readonly { readonly code: string; readonly name: string }[];
  readonly sequences: readonly FigureSequence[];
  readonly sources: readonly bulletins.FigureSource[];
  readonly rows: readonly FigureRow[];
  readonly supervision: readonly SupervisionRow[];
  /** Ranks of the units over the periods, oldest first. */
  readonly history: readonly { readonly label: string; readonly ranks: Readonly<Record<string, number>> }[];
  /** The bulletin that is corrected. */
  readonly corrected: { readonly number: string; readonly title: string } | null;
  readonly timeZone: string;
}

/** All of it is sealed: nothing can change any more. */
export function isSealed({ sources }: Pick<Figures, 'sources'>): boolean {
  return sources.every(({ sealNo }) => sealNo !== null);
}
