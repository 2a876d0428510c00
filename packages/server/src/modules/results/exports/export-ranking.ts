import type { results } from '@mingji/contract';
import { placeInGroup, placeWords, tieWords } from '@mingji/engine';
import type { Ctx } from '../../../context.ts';
import { notFound } from '../../../refusal.ts';
import {
  officeSheet,
  type TableColumn,
  type WorkbookFile,
  workbookFile,
} from '../../../spreadsheet/office-table.ts';
import { rankCell, scoreCell } from '../../../spreadsheet/sheet-cells.ts';
import { text } from '../../../spreadsheet/write-workbook.ts';
import { type ExportQuery, isGraded, rankingForExport } from '../queries/list-ranking.ts';
import { itemColumns, moduleColumns } from '../queries/ranking-parts.ts';
import { chineseDay, watermarkOf } from './export-lines.ts';
import { filterWords } from './filter-words.ts';

type Row = results.RankingRow;
type Column = TableColumn<Row>;

/** Stands on screen, on paper and in the workbook wherever a ranking is by one part. */
const PART_ONLY = '单项排名，不作等次依据；只列出查看人有权查看明细的对象，名次在同组全体中计算。';

/** The ranking as the office prints it: A4 landscape, numbers as numbers, the four states in words. */
export async function exportRanking(ctx: Ctx, periodId: string, query: ExportQuery): Promise<WorkbookFile> {
  const found = await rankingForExport(ctx, periodId, query);
  const { period, part, rows } = found;
  if (!found.evaluation) throw notFound('该周期的成绩');
  const who = query.subjectKind === 'unit' ? '单位' : '民警';
  const kind = part === null ? `${who}排名` : `${who}单项排名（${part.column.name}）`;
  const columns = [
    ...whoColumns(query.subjectKind),
    ...(part === null ? [] : partColumns(part.column)),
    ...totalColumns(
      found.previous?.label ?? null,
      isGraded(period.ruleSet, query.subjectKind),
      part !== null,
    ),
    ...detailColumns(moduleColumns(period.ruleSet), itemColumns(period.ruleSet)),
  ];
  const narrowed = await filterWords(ctx, query, rows);
  const sheet = officeSheet({
    name: `${period.label}${who}排名`,
    title: `${period.label}${period.ruleSetName}${kind}`,
    unitLine: `填报单位：${await bureauName(ctx)}考核办`,
    dateLine: `填报日期：${chineseDay(ctx.now, period.timeZone)}`,
    columns,
    rows,
    closingLines: [
      part === null ? `${tieWords(period.ruleSet)}。` : PART_ONLY,
      ...(narrowed === '' ? [] : [`本表范围：${narrowed}`]),
      '制表人：          审核人：          主要负责人：',
    ],
    watermark: watermarkOf(ctx, period.timeZone),
  });
  return { ...(await workbookFile(sheet.title, sheet)), narrowed };
}

function whoColumns(kind: Row['subjectKind']): Column[] {
  return [
    { heading: '序列', width: 16, cell: (row) => text(row.sequenceName) },
    { heading: kind === 'unit' ? '机构代码' : '警号', width: 15, cell: (row) => text(row.code) },
    { heading: kind === 'unit' ? '单位名称' : '姓名', width: 22, cell: (row) => text(row.name) },
    ...(kind === 'unit' ? [] : [{ heading: '所在单位', width: 22, cell: (row: Row) => text(row.unitName) }]),
  ];
}

function partColumns({ name, marks }: results.PartColumn): Column[] {
  return [
    { heading: '单项名次', width: 9, align: 'center', cell: (row) => rankCell(row.part?.rank ?? null) },
    {
      heading: marks === null ? `${name}得分` : `${name}得分（${marks}分）`,
      width: 11,
      align: 'right',
      cell: (row) => scoreCell(row.part?.score),
    },
  ];
}

function totalColumns(previousLabel: string | null, graded: boolean, besidePart: boolean): Column[] {
  return [
    { heading: besidePart ? '总名次' : '名次', width: 7, align: 'center', cell: (row) => rankCell(row.rank) },
    { heading: '位次说明', width: 26, cell: (row) => text(placeOf(row)) },
    ...(previousLabel === null
      ? []
      : [
          {
            heading: `上期名次（${previousLabel}）`,
            width: 10,
            align: 'center' as const,
            cell: (row: Row) => rankCell(row.previousRank),
          },
        ]),
    {
      heading: besidePart ? '总得分' : '得分',
      width: 9,
      align: 'right',
      cell: (row) => scoreCell(row.score),
    },
    ...(graded
      ? [
          {
            heading: '等次',
            width: 9,
            align: 'center' as const,
            cell: (row: Row) => text(row.grade?.name ?? '—'),
          },
        ]
      : []),
  ];
}

/** One module is the whole: then its column would repeat the score. */
function detailColumns(
  modules: readonly results.PartColumn[],
  items: readonly results.PartColumn[],
): Column[] {
  const column = ({ name, marks }: results.PartColumn, cell: Column['cell']): Column => ({
    heading: marks === null ? name : `${name}（${marks}分）`,
    width: 11,
    align: 'right',
    cell,
  });
  return [
    ...(modules.length < 2
      ? []
      : modules.map((module, at) =>
          column({ ...module, name: `模块：${module.name}` }, (row) => scoreCell(row.modules[at])),
        )),
    ...items.map((item, at) => column(item, (row) => scoreCell(row.items[at]))),
  ];
}

function placeOf(row: Row): string {
  if (row.rankSuspended) return '复议中，名次暂不显示';
  if (row.rank === null || row.rankOf === null) return '不排名';
  return placeWords(placeInGroup(row.rank, row.shared ?? 1, row.rankOf));
}

async function bureauName(ctx: Ctx): Promise<string> {
  const row = await ctx.deps.db
    .selectFrom('bureau')
    .select('name')
    .where('id', '=', ctx.actor.bureauId)
    .executeTakeFirstOrThrow();
  return row.name;
}
