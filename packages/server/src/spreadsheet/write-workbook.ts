import { setImmediate as othersTurn } from 'node:timers/promises';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { CellStyles } from './xlsx/cell-styles.ts';
import type { OutputSheet, OutputValue } from './xlsx/output-sheet.ts';
import { packageParts } from './xlsx/package-parts.ts';
import { frameOf, sheetXml } from './xlsx/sheet-xml.ts';

export type { OutputColumn, OutputSheet, OutputValue } from './xlsx/output-sheet.ts';

export const text = (value: string | null): OutputValue =>
  value === null ? null : { kind: 'text', text: value };
export const decimal = (value: string | null, format?: string): OutputValue =>
  value === null ? null : { kind: 'number', decimal: value, ...(format === undefined ? {} : { format }) };

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const COMPRESSION = 4;

/** Every Excel export of the product goes through here: written piece by piece, others get their turn between. */
export async function writeWorkbook(sheets: readonly OutputSheet[]): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const archive = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  const styles = new CellStyles();
  const frames = sheets.map((sheet) => ({ ...frameOf(sheet), name: sheetName(sheet.name) }));
  for (const [path, xml] of Object.entries(packageParts(frames))) await addPart(archive, path, [xml]);
  for (const [at, sheet] of sheets.entries()) {
    const frame = frames[at];
    if (frame) await addPart(archive, `xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet, frame, styles));
  }
  await addPart(archive, 'xl/styles.xml', [styles.xml()]);
  archive.end();
  return Buffer.concat(pieces);
}

async function addPart(archive: Zip, path: string, xml: Iterable<string>): Promise<void> {
  const part = new ZipDeflate(path, { level: COMPRESSION });
  archive.add(part);
  part.push(strToU8(DECLARATION));
  for (const piece of xml) {
    part.push(strToU8(piece));
    await othersTurn();
  }
  part.push(new Uint8Array(0), true);
}

/** What Excel takes for the name of a sheet. */
function sheetName(name: string): string {
  return name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
}
