import { isBlankMark } from './cell-text.ts';
import type { UnitDirectory, UnitResolution } from './resolve-unit.ts';
import type { ProblemSink, ReadCell } from './row-reader.ts';

export type NamedUnit = { unit: string | null; unitId: string | null };
export type UnitCarry = {
  /** A row's unit: its own when written, otherwise that of the block above. */
  judge(read: ReadCell, sink: ProblemSink): NamedUnit;
  /** A line that only names a unit heads a block. */
  head(read: ReadCell): void;
};

const NONE: NamedUnit = { unit: null, unitId: null };

export function judgeUnit(read: ReadCell, found: UnitResolution, sink: ProblemSink): NamedUnit {
  switch (found.kind) {
    case 'exact':
      return { unit: found.unit.name, unitId: found.unit.id };
    case 'alias':
      sink.repair(read, 'unit-alias', `单位“${read.text.trim()}”即“${found.unit.name}”`, {
        from: read.text,
        to: found.unit.name,
      });
      return { unit: found.unit.name, unitId: found.unit.id };
    case 'ambiguous': {
      const names = found.units.map((unit) => unit.name);
      sink.error(read, 'unit-ambiguous', `单位“${read.text}”可指${names.join('、')}：请写全称`, names);
      return NONE;
    }
    case 'unknown':
      sink.error(
        read,
        'unit-unknown',
        `机构中没有单位“${read.text}”：请改为已有单位，或先在机构中建立它`,
        found.suggestions,
      );
      return NONE;
  }
}

/** Offices write the unit once per block, merged or not; the rows below it belong to the same unit. */
export function unitCarry(resolve: UnitDirectory): UnitCarry {
  let block: ReadCell | null = null;
  return {
    head(read) {
      block = read;
    },
    judge(read, sink) {
      if (!isBlankMark(read.text)) block = read;
      if (block === null) {
        sink.error(read, 'unit-missing', '单位没有填写：请补上单位');
        return NONE;
      }
      return judgeUnit(block, resolve(block.text), sink);
    },
  };
}
