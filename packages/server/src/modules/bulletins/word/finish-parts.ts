import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { nameFallbacks } from './word-fonts.ts';

/** The style of tables and notes, which stand closer than the lines of the text. */
export const OFF_GRID = 'OffGrid';

/** Writes into the parts of the document what the library has no words for. */
export function finishParts(docx: Uint8Array): Uint8Array {
  const parts = unzipSync(docx);
  const change = (path: string, finish: (xml: string) => string) => {
    const part = parts[path];
    if (part === undefined) throw new Error(`the document has no ${path}`);
    parts[path] = strToU8(finish(strFromU8(part)));
  };
  change('word/fontTable.xml', nameFallbacks);
  change('word/styles.xml', (xml) => offGrid(evenSpacing(xml)));
  return zipSync(parts, { level: 6 });
}

/** No gaps between figures or letters and characters: 2026年9月. Not every office suite reads the defaults. */
function evenSpacing(styles: string): string {
  const even = '<w:pPr><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr>';
  const normal = '<w:name w:val="Normal"/><w:qFormat/>';
  return replaced(
    replaced(styles, '<w:pPrDefault/>', `<w:pPrDefault>${even}</w:pPrDefault>`),
    normal,
    `${normal}${even}`,
  );
}

/** Office suites put every line on the grid of 22 unless the style says otherwise, exact spacing or not. */
function offGrid(styles: string): string {
  const style = `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${OFF_GRID}"><w:name w:val="表格与注"/><w:basedOn w:val="Normal"/><w:pPr><w:snapToGrid w:val="0"/></w:pPr></w:style>`;
  return replaced(styles, '</w:styles>', `${style}</w:styles>`);
}

function replaced(xml: string, known: string, by: string): string {
  if (!xml.includes(known)) throw new Error(`the styles have no ${known}`);
  return xml.replace(known, by);
}
