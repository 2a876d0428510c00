import type { Ctx } from '../../context.ts';
import type { Reader, Tx } from '../../db/database.ts';
import type { CellEdit, Problem } from './recognition/recognized.ts';

/** What people decided about one row of the file. */
export interface RowDecision {
  readonly edits: Readonly<Record<string, string>>;
  readonly acceptedRepairs: ReadonlySet<string>;
  readonly skipped: boolean;
}
export interface RowPlace {
  readonly sheet: string;
  readonly row: number;
}

const UNDECIDED: RowDecision = { edits: {}, acceptedRepairs: new Set(), skipped: false };

export class Decisions {
  readonly #rows: ReadonlyMap<string, RowDecision>;
  readonly #places: readonly RowPlace[];
  constructor(entries: readonly (readonly [RowPlace, RowDecision])[]) {
    this.#rows = new Map(entries.map(([place, decision]) => [keyOf(place), decision]));
    this.#places = entries.map(([place]) => place);
  }
  of(place: RowPlace): RowDecision {
    return this.#rows.get(keyOf(place)) ?? UNDECIDED;
  }
  editsOf(sheet: string): CellEdit[] {
    return this.#places
      .filter((place) => place.sheet === sheet)
      .flatMap((place) =>
        Object.entries(this.of(place).edits).map(([field, value]) => ({ row: place.row, field, value })),
      );
  }
}

function keyOf({ sheet, row }: RowPlace): string {
  return `${row}:${sheet}`;
}

/**
 * Names one repair of one row by what it changes into what: once the cell or the proposal is another, the agreement
 * no longer holds. A hash, because the values may be ID numbers.
 */
export function problemKey(ctx: Ctx, problem: Problem): string {
  const change = JSON.stringify([problem.field, problem.value, problem.repair?.to ?? null]);
  return `${problem.code}:${ctx.deps.crypto.sm3(Buffer.from(change)).toString('hex').slice(0, 16)}`;
}

export async function loadDecisions(db: Reader, ctx: Ctx, batchId: string): Promise<Decisions> {
  const rows = await db.selectFrom('import_row').selectAll().where('batch_id', '=', batchId).execute();
  return new Decisions(
    rows.map((row) => [
      { sheet: row.sheet_name, row: row.row_no },
      {
        edits: openEdits(ctx, row.edits_cipher),
        acceptedRepairs: new Set(row.accepted_repairs),
        skipped: row.skipped,
      },
    ]),
  );
}

export interface PlacedDecision {
  readonly place: RowPlace;
  readonly decision: RowDecision;
}

const ROWS_A_STATEMENT = 500;

/** Keeps what was decided, each row of the file once; one kind of repair may be thousands of rows. */
export async function storeDecisions(
  tx: Tx,
  ctx: Ctx,
  batchId: string,
  decided: readonly PlacedDecision[],
): Promise<void> {
  for (let from = 0; from < decided.length; from += ROWS_A_STATEMENT) {
    const rows = decided.slice(from, from + ROWS_A_STATEMENT).map(({ place, decision }) => ({
      batch_id: batchId,
      sheet_name: place.sheet,
      row_no: place.row,
      edits_cipher: sealEdits(ctx, decision.edits),
      accepted_repairs: [...decision.acceptedRepairs],
      skipped: decision.skipped,
    }));
    await tx
      .insertInto('import_row')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['batch_id', 'sheet_name', 'row_no']).doUpdateSet(({ ref }) => ({
          edits_cipher: ref('excluded.edits_cipher'),
          accepted_repairs: ref('excluded.accepted_repairs'),
          skipped: ref('excluded.skipped'),
        })),
      )
      .execute();
  }
}

function sealEdits(ctx: Ctx, edits: RowDecision['edits']): Buffer | null {
  if (Object.keys(edits).length === 0) return null;
  const { crypto, keys } = ctx.deps;
  return crypto.encrypt(keys.personalData, Buffer.from(JSON.stringify(edits)));
}

function openEdits(ctx: Ctx, cipher: Buffer | null): Record<string, string> {
  if (cipher === null) return {};
  return JSON.parse(ctx.deps.crypto.decrypt(ctx.deps.keys.personalData, cipher).toString()) as Record<
    string,
    string
  >;
}
