import { useMemo } from 'react';
import { colours } from '../app/theme.ts';
import { useIsPhone } from '../app/use-is-phone.ts';
import { ChartCanvas } from './chart-canvas.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { type ChartSeries, plotted, seriesInWords, tableRows } from './chart-series.ts';
import { palette } from './palette.ts';

export interface BarChartProps {
  readonly title: string;
  /** What the names are: 单位, 民警. */
  readonly nameHeading: string;
  readonly names: readonly string[];
  readonly series: readonly ChartSeries[];
  /** `across`: names at the left, bars to the right; for rankings and long names. */
  readonly direction?: 'up' | 'across';
  readonly stacked?: boolean;
  /** Index of the bar that is mine, or my unit's. */
  readonly highlight?: number;
  readonly onChoose?: (index: number) => void;
  /** Lines across all bars: the mean of the group, say. The table has them as rows. */
  readonly lines?: readonly { readonly name: string; readonly value: string }[];
  readonly extra?: React.ReactNode;
}

const NO_LINES: NonNullable<BarChartProps['lines']> = [];

export function BarChart(props: BarChartProps) {
  const { title, names, series, direction = 'across', stacked, highlight, lines = NO_LINES } = props;
  const phone = useIsPhone();
  const option = useMemo(() => {
    const nameAxis = {
      type: 'category',
      data: [...names],
      inverse: direction === 'across',
      axisTick: { show: false },
      axisLabel: {
        color: colours.text,
        width: phone ? 88 : 150,
        overflow: 'truncate',
        ...(direction === 'up' ? { interval: 0, rotate: names.length > 8 ? 35 : 0 } : {}),
      },
    };
    const valueAxis = {
      type: 'value',
      axisLabel: { color: colours.textQuiet },
      splitLine: { lineStyle: { color: colours.line } },
    };
    return {
      color: palette,
      grid: {
        left: 8,
        right: 48,
        top: series.length > 1 || lines.length > 0 ? 40 : 12,
        bottom: 8,
        containLabel: true,
      },
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
      legend: series.length > 1 ? { top: 0 } : undefined,
      xAxis: direction === 'across' ? valueAxis : nameAxis,
      yAxis: direction === 'across' ? nameAxis : valueAxis,
      series: series.map((one, at) => ({
        name: one.name,
        type: 'bar',
        barMaxWidth: 22,
        ...(at === 0 && lines.length > 0 ? { markLine: markLine(lines, direction) } : {}),
        ...(stacked ? { stack: 'all' } : {}),
        label: {
          show: !stacked && series.length === 1,
          position: direction === 'across' ? 'right' : 'top',
          color: colours.text,
          // The server's own text, so that picture and table never differ by a rounding.
          formatter: ({ dataIndex }: { dataIndex: number }) => one.values[dataIndex] ?? '',
        },
        data: plotted(one.values).map((value, index) =>
          index === highlight && series.length === 1
            ? { value, itemStyle: { color: colours.frame, decal: { symbol: 'rect', rotation: 0.8 } } }
            : value,
        ),
      })),
    };
  }, [names, series, direction, stacked, highlight, phone, lines]);
  const height = direction === 'across' ? Math.max(160, names.length * series.length * 28 + 60) : 300;
  return (
    <ChartFrame
      title={title}
      headings={[props.nameHeading, ...series.map((one) => one.name)]}
      rows={[
        ...tableRows(names, series),
        ...lines.map(({ name, value }) => [name, value, ...series.slice(1).map(() => null)]),
      ]}
      extra={props.extra}
      chart={
        <ChartCanvas
          option={option}
          height={height}
          label={seriesInWords(title, names, series)}
          onChoose={props.onChoose}
        />
      }
    />
  );
}

/** Told apart by their strokes and their words, not by colour; the words stand above one another. */
function markLine(lines: NonNullable<BarChartProps['lines']>, direction: 'up' | 'across') {
  return {
    symbol: 'none',
    silent: true,
    data: lines.map(({ name, value }, at) => ({
      name,
      ...(direction === 'across' ? { xAxis: Number(value) } : { yAxis: Number(value) }),
      lineStyle: { color: colours.text, type: at === 0 ? 'dashed' : 'dotted', width: 1.5 },
      label: {
        formatter: `${name} ${value}`,
        position: direction === 'across' ? 'start' : 'insideEndTop',
        color: colours.text,
        distance: direction === 'across' ? 2 + at * 14 : 4,
      },
    })),
  };
}
