import type { targets } from '@mingji/contract';
import { decideAccess } from '@mingji/engine';
import type { Ctx } from '../../context.ts';
import type { Reader } from '../../db/database.ts';
import { officerActuals, unitActuals } from './actuals.ts';
import { figuresOf } from './figures.ts';
import type { Book } from './find-book.ts';
import { childrenOf, type TargetRow } from './target-row.ts';

/** Targets with their figures; the order is that of the book. */
export async function presentTargets(
  db: Reader,
  ctx: Ctx,
  book: Book,
  rows: readonly TargetRow[],
): Promise<targets.TargetView[]> {
  if (rows.length === 0) return [];
  const children = await childrenOf(
    db,
    book.bureauId,
    rows.map((row) => row.id),
  ).execute();
  const unitRows = rows.filter((row) => row.officer_id === null);
  const ofUnits = await unitActuals(db, book, [...new Set(unitRows.map((row) => row.unit_id))]);
  const officerIds = [...new Set(rows.flatMap((row) => (row.officer_id === null ? [] : [row.officer_id])))];
  const ofOfficers = await officerActuals(db, book, officerIds);
  const order = [...book.indicators.keys()];
  return rows
    .map((row) => {
      const actual =
        row.officer_id === null
          ? ofUnits(row.indicator_code, row.unit_id)
          : ofOfficers(row.indicator_code, row.officer_id);
      const parts = children.filter((child) => child.parent_id === row.id).map((child) => child.quantity);
      return presentTarget(ctx, book, row, figuresOf(row, parts, actual));
    })
    .sort((a, b) => order.indexOf(a.indicator.code) - order.indexOf(b.indicator.code));
}

function presentTarget(
  ctx: Ctx,
  book: Book,
  row: TargetRow,
  figures: targets.TargetView['figures'],
): targets.TargetView {
  const may = (ability: 'target.decompose' | 'target.issue') =>
    decideAccess(ctx.actor, ability, { unitPath: row.unit_path }).allowed;
  return {
    id: row.id,
    indicator: book.indicators.get(row.indicator_code) ?? dropped(row.indicator_code),
    unit: { id: row.unit_id, name: row.unit_name },
    officer:
      row.officer_id === null
        ? null
        : { id: row.officer_id, name: row.officer_name ?? '', policeNo: row.police_no ?? '' },
    parentId: row.parent_id,
    revision: row.revision,
    splitNo: row.split_no,
    issuedAt: row.issued_at.toISOString(),
    issuedByName: row.issued_by_name,
    openedAt: row.opened_at?.toISOString() ?? null,
    figures,
    canDecompose: row.state === 'issued' && row.officer_id === null && may('target.decompose'),
    canChange: row.state === 'issued' && row.parent_id === null && may('target.issue'),
  };
}

/** An indicator that the version no longer has keeps its code, so that its target does not vanish from sight. */
function dropped(code: string): targets.TargetView['indicator'] {
  return {
    code,
    name: `${code}（本版已无此指标）`,
    itemName: '',
    moduleName: '',
    owner: '',
    familyName: '',
    measureUnit: null,
    clauseText: '',
  };
}
