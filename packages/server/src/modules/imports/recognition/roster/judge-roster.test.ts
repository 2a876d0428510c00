import { describe, expect, test } from 'vitest';
import type { Sheet } from '../../../../spreadsheet/workbook.ts';
import { judgeSheet, linxi, linxiSheet, rosterKey } from './linxi-roster.fixture.ts';

/** Fields that a row with an error cannot give: the wrong cell stays null until somebody corrects it. */
const WRONG_FIELD: Record<string, string> = {
  'idNo was damaged by Excel (number, digits lost): must be typed again, never guessed': 'idNo',
  'idNo fails its check digit': 'idNo',
  'unit does not exist': 'unit',
  'name missing': 'name',
};

// The fixture's full-width digits were turned into plain ones on their way here, so that the file itself cannot
// show this mess. The answer key is checked on a copy that has them back.
const FULL_WIDTH_ROWS = rosterKey.rows
  .filter((row) => row.why === 'full-width digits in policeNo')
  .map((row) => row.row);

function withFullWidthDigits(sheet: Sheet): Sheet {
  const rows = sheet.rows.map((cells, index) =>
    cells.map((cell, column) => {
      if (column !== 4 || cell.kind !== 'text' || !FULL_WIDTH_ROWS.includes(index + 1)) return cell;
      const text = cell.text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
      return { kind: 'text' as const, text };
    }),
  );
  return { ...sheet, rows };
}

describe('P18 the roster of 临溪县公安局', () => {
  test('P18 every row gets the verdict and every value of the answer key', async () => {
    const { rows } = judgeSheet(withFullWidthDigits(await linxiSheet()));
    const byRow = new Map(rows.map((row) => [row.row, row]));
    expect(rows).toHaveLength(rosterKey.rows.length);
    for (const wanted of rosterKey.rows) {
      const row = byRow.get(wanted.row);
      const problems = row?.verdict === wanted.verdict ? [] : row?.problems;
      const got = { row: wanted.row, verdict: row?.verdict, problems };
      expect(got).toEqual({ row: wanted.row, verdict: wanted.verdict, problems: [] });
      if (wanted.expected === null) continue;
      const expected: Record<string, string | null> = { ...wanted.expected };
      const wrong = wanted.verdict === 'error' ? WRONG_FIELD[wanted.why ?? ''] : undefined;
      if (wrong !== undefined) expected[wrong] = null;
      expect({ row: wanted.row, ...row?.values }).toMatchObject({ row: wanted.row, ...expected });
    }
  });

  test('P18 the file as it stands differs from that only in the five plain police numbers', async () => {
    const { rows } = judgeSheet(await linxiSheet());
    const differing = rosterKey.rows.filter(
      (wanted) => rows.find((row) => row.row === wanted.row)?.verdict !== wanted.verdict,
    );
    expect(differing.map((row) => row.row)).toEqual(FULL_WIDTH_ROWS);
  });

  test('P18 each kind of mess is named by cell, reason and repair', async () => {
    const { rows, problems, unmatchedColumns } = judgeSheet(withFullWidthDigits(await linxiSheet()));
    expect([problems, unmatchedColumns]).toEqual([[], []]);
    const problemsOf = (row: number) => rows.find((each) => each.row === row)?.problems;
    expect(problemsOf(8)).toEqual([
      {
        code: 'police-no-leading-zeros',
        severity: 'repair',
        field: 'policeNo',
        column: 'E',
        cell: 'E8',
        value: '5104',
        message: 'E8：警号丢了前面的 0，补足 6 位',
        repair: { field: 'policeNo', from: '5104', to: '005104', kind: 'police-no-leading-zeros' },
      },
    ]);
    expect(problemsOf(7)).toMatchObject([
      { code: 'name-spaces', cell: 'C7', repair: { from: '夏 玉兴', to: '夏玉兴' } },
    ]);
    expect(problemsOf(24)).toMatchObject([
      { code: 'unit-alias', cell: 'B24', repair: { from: '督察大队', to: '警务督察大队' } },
    ]);
    expect(problemsOf(31)).toMatchObject([{ code: 'id-no-damaged', cell: 'F31', severity: 'error' }]);
    expect(problemsOf(42)).toMatchObject([{ code: 'id-no-apostrophe', cell: 'F42' }]);
    expect(problemsOf(44)).toMatchObject([{ code: 'id-no-check-digit', cell: 'F44' }]);
    expect(problemsOf(81)).toMatchObject([{ code: 'unit-unknown', cell: 'B81' }]);
    expect(problemsOf(96)).toMatchObject([
      { code: 'police-no-full-width', cell: 'E96', repair: { to: '905192' } },
    ]);
    expect(problemsOf(108)).toMatchObject([{ code: 'birth-contradicts-id-no', cell: 'G108' }]);
    expect(problemsOf(166)).toMatchObject([{ code: 'sex-contradicts-id-no', cell: 'D166' }]);
    expect(problemsOf(203)).toMatchObject([{ code: 'name-missing', cell: 'C203' }]);
    expect(problemsOf(259)).toMatchObject([
      {
        code: 'duplicate-in-file',
        cell: 'E259',
        message:
          'E259：本行（马兵嘉）与第 75 行（马兵嘉）的警号 905171、身份证号 990019200112087338相同：请删去重复的一行或更正号码',
      },
    ]);
  });

  test('P18 hidden rows are read and told, total and signature rows are no persons', async () => {
    const { rows, summary } = judgeSheet(await linxiSheet());
    expect(rows.filter((row) => row.hidden).map(({ row, verdict, notes }) => [row, verdict, notes])).toEqual(
      [50, 60, 109, 155].map((row) => [row, 'ok', ['隐藏行，同样读取']]),
    );
    expect(rows.slice(-2).map((row) => row.notes)).toEqual([['合计行'], ['签字行']]);
    expect(summary).toMatchObject({ rows: 258, hidden: 4, error: 11, warning: 3, 'not-a-person': 2 });
    expect(summary.repairs).toEqual({
      'name-spaces': 6,
      'police-no-leading-zeros': 11,
      'unit-alias': 6,
      'id-no-apostrophe': 5,
    });
  });

  test('P18 statuses keep their word and get one of the closed set', async () => {
    const { rows } = judgeSheet(await linxiSheet());
    const statuses = new Map(rows.map(({ values }) => [values.status, values.membership]));
    statuses.delete(null);
    expect(Object.fromEntries(statuses)).toEqual({
      在岗: 'normal',
      借调: 'lent',
      试用期: 'probation',
      抽调专案: 'specialDuty',
      病假: 'sickLeave',
      产假: 'maternityLeave',
      挂职: 'attached',
      学习培训: 'study',
      驻政务中心窗口: 'serviceWindow',
    });
  });

  test('P18 officers already registered are named, not imported a second time', async () => {
    const existing = [{ policeNo: '905101', idNo: null, name: '钱铁', unitName: '指挥中心' }];
    const { rows } = judgeSheet(await linxiSheet(), { ...linxi, existing });
    expect(rows[0]).toMatchObject({
      verdict: 'error',
      problems: [
        {
          code: 'already-registered',
          message: 'E5：警号 905101已登记给指挥中心 钱铁：如是同一人，不必重复导入',
        },
      ],
    });
  });
});
