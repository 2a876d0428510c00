import { simulations } from '@mingji/contract';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { officeSheet, type WorkbookFile, workbookFile } from '../../../spreadsheet/office-table.ts';
import { countCell, pointsCell, rankCell, scoreCell } from '../../../spreadsheet/sheet-cells.ts';
import { decimal, type OutputSheet, text } from '../../../spreadsheet/write-workbook.ts';
import { chineseDay, watermarkOf } from '../../results/index.ts';
import { filteredMoves, type MovesFilter } from '../queries/list-moves.ts';
import { unitTotals } from '../queries/list-unit-totals.ts';
import { findSimulation, periodLabels, type StoredResult, storedResult } from '../simulation-row.ts';

type Move = simulations.SubjectMoveView;
type Kind = MovesFilter['subjectKind'];
type Head = Pick<OutputSheet, 'title' | 'unitLine' | 'dateLine' | 'watermark'>;

/** One period's moves as the filter shows them, the totals of units, and the changes: for the meeting on the draft. */
export async function exportSimulation(
  ctx: Ctx,
  simulationId: string,
  filter: MovesFilter,
): Promise<WorkbookFile> {
  const row = await findSimulation(ctx, simulationId);
  const stored = await storedResult(ctx, simulationId);
  if (stored === null) throw new Refusal('refused', '试算尚未完成，还没有可导出的结果。请稍候再试。');
  const moves = await filteredMoves(ctx, simulationId, filter);
  const label = (await periodLabels(ctx.deps.db, ctx.actor.bureauId, [filter.periodId])).get(filter.periodId);
  const { timeZone } = ctx.actor;
  const head = (about: string): Head => ({
    title: `${row.rule_set_name}第${row.version}版试算${about}`,
    unitLine: `与第 ${row.base_version} 版比较，试算周期 ${row.period_ids.length} 个。试算不改变任何已封存的成绩。`,
    dateLine: `试算日期：${chineseDay(row.requested_at, timeZone)}`,
    watermark: watermarkOf(ctx, timeZone),
  });
  const units = await unitTotals(ctx, simulationId, filter.subjectKind);
  const changes = new Map(stored.changes.map((change) => [change.key, change]));
  return workbookFile(
    `${row.rule_set_name}第${row.version}版试算 ${label ?? ''}`,
    movesSheet(head(`变动名单（${label ?? ''}）`), filter.subjectKind, moves, changes),
    unitsSheet(head('单位汇总'), units),
    changesSheet(head('规则变动'), filter.subjectKind, stored),
  );
}

function movesSheet(
  head: Head,
  kind: Kind,
  moves: readonly Move[],
  changes: ReadonlyMap<string, simulations.RuleChangeView>,
): OutputSheet {
  const officer = kind === 'officer';
  return officeSheet<Move>({
    ...head,
    name: '变动名单',
    columns: [
      { heading: officer ? '警号' : '机构代码', width: 15, cell: (move) => text(move.code) },
      { heading: officer ? '姓名' : '单位名称', width: officer ? 12 : 22, cell: (move) => text(move.name) },
      ...(officer ? [{ heading: '所在单位', width: 22, cell: (move: Move) => text(move.unitName) }] : []),
      { heading: '原得分', width: 9, align: 'right', cell: (move) => scoreCell(move.before) },
      { heading: '新得分', width: 9, align: 'right', cell: (move) => scoreCell(move.after) },
      { heading: '变动', width: 9, align: 'right', cell: (move) => pointsCell(move.difference) },
      { heading: '原名次', width: 8, align: 'center', cell: (move) => rankCell(move.before.rank) },
      { heading: '新名次', width: 8, align: 'center', cell: (move) => rankCell(move.after.rank) },
      { heading: '原等次', width: 8, align: 'center', cell: (move) => text(move.before.grade ?? '—') },
      { heading: '新等次', width: 8, align: 'center', cell: (move) => text(move.after.grade ?? '—') },
      {
        heading: '变动原因',
        width: 70,
        cell: (move) => text(move.causes.map((cause) => causeSentence(cause, changes)).join('；')),
      },
    ],
    rows: moves,
  });
}

function causeSentence(
  cause: simulations.MoveCause,
  changes: ReadonlyMap<string, simulations.RuleChangeView>,
): string {
  const words = simulations.causeWords(cause, changes);
  const amount = cause.amount.startsWith('-') ? cause.amount : `+${cause.amount}`;
  return `${words.place} ${amount} 分（${words.change}）`;
}

function unitsSheet(head: Head, units: readonly simulations.UnitTotal[]): OutputSheet {
  return officeSheet<simulations.UnitTotal>({
    ...head,
    name: '单位',
    columns: [
      { heading: '单位', width: 26, cell: (unit) => text(unit.unitName) },
      { heading: '计入次数', width: 11, align: 'right', cell: (unit) => countCell(unit.subjects) },
      { heading: '原平均分', width: 11, align: 'right', cell: (unit) => decimal(unit.meanBefore) },
      { heading: '新平均分', width: 11, align: 'right', cell: (unit) => decimal(unit.meanAfter) },
      { heading: '变动', width: 11, align: 'right', cell: (unit) => decimal(unit.difference) },
    ],
    rows: units,
  });
}

function changesSheet(head: Head, kind: Kind, stored: StoredResult): OutputSheet {
  const effects = new Map(
    stored.summaries
      .find((summary) => summary.subjectKind === kind)
      ?.effects.map((effect) => [effect.change, effect]),
  );
  return officeSheet<simulations.RuleChangeView>({
    ...head,
    name: '规则变动',
    columns: [
      { heading: '改动', width: 30, cell: (change) => text(simulations.changeWords(change)) },
      { heading: '依据', width: 40, cell: (change) => text(change.clause) },
      { heading: '原为', width: 40, cell: (change) => text(linesOf(change, 'old')) },
      { heading: '改为', width: 40, cell: (change) => text(linesOf(change, 'new')) },
      {
        heading: '影响次数',
        width: 11,
        align: 'right',
        cell: (change) => countCell(effects.get(change.key)?.subjects ?? 0),
      },
      {
        heading: '合计变动',
        width: 11,
        align: 'right',
        cell: (change) => pointsCell(effects.get(change.key)?.sum ?? '0'),
      },
    ],
    rows: stored.changes,
  });
}

function linesOf({ lines }: simulations.RuleChangeView, side: 'old' | 'new'): string {
  return lines.map((line) => `${line.label}：${line[side]}`).join('\n');
}
