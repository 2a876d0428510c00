export type IndicatorFlag = { code: string; words: string[]; reason: string; mend: string };

/** One indicator of the year's book. Marks and targets are exact decimals. */
export type IndicatorValues = {
  item: string | null;
  name: string | null;
  rule: string | null;
  marks: string | null;
  owner: string | null;
  ownerId: string | null;
  /** Departments named after the first one, when several share an indicator. */
  coOwners: string[];
  target: string | null;
  targetUnit: string | null;
  remark: string | null;
  /** X6: unlawful or unwise wording, for the legal office. */
  flags: IndicatorFlag[];
};

/** A sum that must hold: what the paper declares, what its parts add up to, and the difference (parts − declared). */
export type SumCheck = {
  name: string;
  declared: string | null;
  sum: string;
  difference: string | null;
  rows: number[];
  cell: string | null;
};

export type ShareValues = {
  indicator: string | null;
  total: string | null;
  /** Unit name → share; a unit without a number is absent, not zero. */
  shares: Record<string, string>;
  unitIds: Record<string, string>;
  sum: string | null;
  difference: string | null;
};
