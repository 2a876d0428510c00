import { readFileSync } from 'node:fs';
import { text, writeWorkbook } from '../../packages/server/src/spreadsheet/write-workbook.ts';

const linxi = new URL('../../packages/server/test-fixtures/linxi/', import.meta.url);

export const fixtureBytes = (name: string): Buffer => readFileSync(new URL(name, linxi));
export const fixtureKey = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, linxi), 'utf8')) as T;

interface UnitsKey {
  readonly county: string;
  readonly units: readonly { name: string; kind: string; aliases: readonly string[] }[];
}
export const unitsKey = fixtureKey<UnitsKey>('roster.key.json');
export const COUNTY_CODE = '990001000000';

/** The county's list of units as an office would write it: 序号, 单位名称, 类别, 上级单位, 机构代码, 简称. */
export async function unitsListWorkbook(): Promise<Buffer> {
  const bytes = await writeWorkbook([
    {
      name: '机构一览表',
      title: `${unitsKey.county}机构一览表`,
      columns: ['单位名称', '类别', '上级单位', '机构代码', '简称'].map((heading) => ({
        heading,
        width: 20,
      })),
      rows: unitsKey.units.map(({ name, kind, aliases }, index) =>
        [name, kind, unitsKey.county, String(990_001_000_100 + index * 100), aliases.join('、') || null].map(
          text,
        ),
      ),
    },
  ]);
  return Buffer.from(bytes);
}
