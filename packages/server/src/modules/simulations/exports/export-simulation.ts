import { simulations } from '@mingji/contract';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import {
  decimal,
  type OutputSheet,
  type OutputValue,
  text,
  writeWorkbook,
} from '../../../spreadsheet/write-workbook.ts';
import { chineseDay, watermarkOf } from '../../results/index.ts';
import { filteredMoves, type MovesFilter } from '../queries/list-moves.ts';
import { unitTotals } from '../queries/list-unit-totals.ts';
import { findSimulation, periodLabels, type StoredResult, storedResult } from '../simulation-row.ts';

const stateWords = { notScored: '未评分', exempt: '免予考核', notApplicable: '不适用' } as const;
const DECIMAL = /^-?\d+(\.\d+)?$/;
type Kind = MovesFilter['subjectKind'];
type Head = Pick<OutputSheet, 'title' | 'unitLine' | 'dateLine' | 'watermark'>;

/** One period's moves as the filter shows them, the totals of units, and the changes: for the meeting on the draft. */
export async function exportSimulation(
  ctx: Ctx,
  simulationId: string,
  filter: MovesFilter,
): Promise<{ name: string; bytes: Uint8Array }> {
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
  return {
    name: `${row.rule_set_name}第${row.version}版试算 ${label ?? ''}.xlsx`,
    bytes: await writeWorkbook([
      movesSheet(head(`变动名单（${label ?? ''}）`), filter.subjectKind, moves, changes),
      unitsSheet(head('单位汇总'), units),
      changesSheet(head('规则变动'), filter.subjectKind, stored),
    ]),
  };
}

function movesSheet(
  head: Head,
  kind: Kind,
  moves: readonly simulations.SubjectMoveView[],
  changes: ReadonlyMap<string, simulations.RuleChangeView>,
): OutputSheet {
  const officer = kind === 'officer';
  return {
    ...head,
    name: '变动名单',
    columns: [
      { heading: officer ? '警号' : '机构代码', width: 15 },
      { heading: officer ? '姓名' : '单位名称', width: officer ? 12 : 22 },
      ...(officer ? [{ heading: '所在单位', width: 22 }] : []),
      ...['原得分', '新得分', '变动'].map((heading) => ({ heading, width: 9, align: 'right' as const })),
      ...['原名次', '新名次', '原等次', '新等次'].map((heading) => ({
        heading,
        width: 8,
        align: 'center' as const,
      })),
      { heading: '变动原因', width: 70 },
    ],
    rows: moves.map((move) => [
      text(move.code),
      text(move.name),
      ...(officer ? [text(move.unitName)] : []),
      scoreCell(move.before),
      scoreCell(move.after),
      pointsCell(move.difference),
      rankCell(move.before.rank),
      rankCell(move.after.rank),
      text(move.before.grade ?? '—'),
      text(move.after.grade ?? '—'),
      text(move.causes.map((cause) => causeSentence(cause, changes)).join('；')),
    ]),
  };
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
  return {
    ...head,
    name: '单位',
    columns: [
      { heading: '单位', width: 26 },
      ...['计入次数', '原平均分', '新平均分', '变动'].map((heading) => ({
        heading,
        width: 11,
        align: 'right' as const,
      })),
    ],
    rows: units.map((unit) => [
      text(unit.unitName),
      decimal(String(unit.subjects)),
      decimal(unit.meanBefore),
      decimal(unit.meanAfter),
      decimal(unit.difference),
    ]),
  };
}

function changesSheet(head: Head, kind: Kind, stored: StoredResult): OutputSheet {
  const effects = new Map(
    stored.summaries
      .find((summary) => summary.subjectKind === kind)
      ?.effects.map((effect) => [effect.change, effect]),
  );
  return {
    ...head,
    name: '规则变动',
    columns: [
      { heading: '改动', width: 30 },
      { heading: '依据', width: 40 },
      { heading: '原为', width: 40 },
      { heading: '改为', width: 40 },
      { heading: '影响次数', width: 11, align: 'right' },
      { heading: '合计变动', width: 11, align: 'right' },
    ],
    rows: stored.changes.map((change) => {
      const effect = effects.get(change.key);
      return [
        text(simulations.changeWords(change)),
        text(change.clause),
        text(change.lines.map((line) => `${line.label}：${line.old}`).join('\n')),
        text(change.lines.map((line) => `${line.label}：${line.new}`).join('\n')),
        decimal(String(effect?.subjects ?? 0)),
        pointsCell(effect?.sum ?? '0'),
      ];
    }),
  };
}

function scoreCell({ state, value }: simulations.SubjectMoveView['before']): OutputValue {
  return state === 'scored' ? decimal(value) : text(stateWords[state]);
}

function rankCell(rank: number | null): OutputValue {
  return rank === null ? text('—') : decimal(String(rank));
}

function pointsCell(value: string | null): OutputValue {
  if (value === null) return null;
  return DECIMAL.test(value) ? decimal(value) : text(value);
}
