/** One row of numbers over the same names. Numbers are decimals as text; null is a gap, not 0. */
export interface ChartSeries {
  readonly name: string;
  readonly values: readonly (string | null)[];
}

/** Rows for the table beside the picture: the same text the server sent. */
export function tableRows(names: readonly string[], series: readonly ChartSeries[]): (string | null)[][] {
  return names.map((name, index) => [name, ...series.map((one) => one.values[index] ?? null)]);
}

/** Floats are for pixels only; '-' is ECharts' word for a gap. */
export function plotted(values: readonly (string | null)[]): (number | '-')[] {
  return values.map((value) => (value === null ? '-' : Number(value)));
}

/** The picture in words: what is compared, highest and lowest. */
export function seriesInWords(
  title: string,
  names: readonly string[],
  series: readonly ChartSeries[],
): string {
  const parts = series.map((one) => {
    const points = one.values.flatMap((value, index) =>
      value === null ? [] : [{ name: names[index] ?? '', value }],
    );
    const sorted = [...points].sort((a, b) => Number(b.value) - Number(a.value));
    const [top] = sorted;
    const bottom = sorted[sorted.length - 1];
    if (!top || !bottom) return `${one.name}：无数据`;
    return `${one.name}：最高 ${top.name} ${top.value}，最低 ${bottom.name} ${bottom.value}`;
  });
  return `${title}，共 ${names.length} 项。${parts.join('；')}`;
}

/** How far each value lies between the lowest (0) and the highest (1) of its column; null is a gap, all equal is 0.5. */
export function columnShades({ values }: ChartSeries): (number | null)[] {
  const known = values.flatMap((value) => (value === null ? [] : [Number(value)]));
  const low = Math.min(...known);
  const span = Math.max(...known) - low;
  return values.map((value) => {
    if (value === null) return null;
    return span === 0 ? 0.5 : (Number(value) - low) / span;
  });
}
