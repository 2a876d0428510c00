import { columnLetters } from '../cell-address.ts';
import type { SheetFrame } from './sheet-xml.ts';
import { xmlText } from './xml-text.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export interface NamedFrame extends SheetFrame {
  readonly name: string;
}

/** What a workbook holds beside its sheets and looks. */
export function packageParts(sheets: readonly NamedFrame[]): Readonly<Record<string, string>> {
  return {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(sheets),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
  };
}

function contentTypes(sheets: number): string {
  const part = (path: string, type: string) =>
    `<Override PartName="/xl/${path}.xml" ContentType="${SHEET_TYPE}.${type}+xml"/>`;
  return [
    `<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    part('workbook', 'sheet.main'),
    part('styles', 'styles'),
    ...Array.from({ length: sheets }, (_, at) => part(`worksheets/sheet${at + 1}`, 'worksheet')),
    '</Types>',
  ].join('');
}

function relationships(targets: readonly (readonly [kind: string, path: string])[]): string {
  const lines = targets.map(
    ([kind, path], at) => `<Relationship Id="rId${at + 1}" Type="${DOCUMENT}/${kind}" Target="${path}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`;
}

/** The heading row is printed on every page; nothing beside the table is printed. */
function workbook(sheets: readonly NamedFrame[]): string {
  const listed = sheets.map(
    ({ name }, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const named = sheets.flatMap(({ name, columns, headerRow, lastRow }, at) => {
    const place = `'${xmlText(name.replaceAll("'", "''"))}'`;
    return [
      `<definedName name="_xlnm.Print_Area" localSheetId="${at}">${place}!$A$1:$${columnLetters(columns.length)}$${lastRow}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${place}!$${headerRow}:$${headerRow}</definedName>`,
    ];
  });
  return [
    `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><bookViews><workbookView/></bookViews>`,
    `<sheets>${listed.join('')}</sheets><definedNames>${named.join('')}</definedNames></workbook>`,
  ].join('');
}
