import { useMemo } from 'react';
import { colours } from '../app/theme.ts';
import { ChartCanvas } from './chart-canvas.tsx';
import { ChartFrame } from './chart-frame.tsx';

/** Five numbers tell how far a group lies apart; decimals as text. */
export interface Spread {
  readonly count: number;
  readonly lowest: string;
  readonly lowerQuarter: string;
  readonly median: string;
  readonly upperQuarter: string;
  readonly highest: string;
}

interface SpreadChartProps {
  readonly title: string;
  readonly nameHeading: string;
  readonly names: readonly string[];
  /** One for each name. */
  readonly spreads: readonly Spread[];
}

/** Boxes: the middle half of the group, its median, and how far the lowest and the highest lie. */
export function SpreadChart({ title, nameHeading, names, spreads }: SpreadChartProps) {
  const option = useMemo(
    () => ({
      grid: { left: 8, right: 24, top: 16, bottom: 8, containLabel: true },
      tooltip: { formatter: ({ dataIndex }: { dataIndex: number }) => told(names, spreads, dataIndex) },
      xAxis: { type: 'category', data: [...names], axisLabel: { color: colours.text } },
      yAxis: {
        type: 'value',
        scale: true,
        axisLabel: { color: colours.textQuiet },
        splitLine: { lineStyle: { color: colours.line } },
      },
      series: [
        {
          type: 'boxplot',
          itemStyle: { color: '#dbe9f8', borderColor: colours.accent, borderWidth: 1.5 },
          boxWidth: [12, 36],
          // Floats are for pixels only.
          data: spreads.map((one) =>
            [one.lowest, one.lowerQuarter, one.median, one.upperQuarter, one.highest].map(Number),
          ),
        },
      ],
    }),
    [names, spreads],
  );
  return (
    <ChartFrame
      title={title}
      headings={[nameHeading, '人数', '最低', '下四分位', '中位数', '上四分位', '最高']}
      rows={spreads.map((one, at) => [
        names[at] ?? '',
        String(one.count),
        ...[one.lowest, one.lowerQuarter, one.median, one.upperQuarter, one.highest],
      ])}
      chart={
        <ChartCanvas
          option={option}
          height={240}
          label={`${title}。${names.map((_, at) => told(names, spreads, at)).join('；')}`}
        />
      }
    />
  );
}

function told(names: readonly string[], spreads: readonly Spread[], at: number): string {
  const one = spreads[at];
  if (!one) return '';
  return `${names[at] ?? ''}：${one.count} 人，最低 ${one.lowest}，中位数 ${one.median}，最高 ${one.highest}`;
}
