import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { sampleFigures } from '../../../../test/support/sample-figures.ts';
import { resolveDocument } from '../document/resolve-document.ts';
import { defaultTemplate } from '../templates.ts';
import { writeWord } from './write-word.ts';

/** The order of children that the schema of office documents (ECMA-376) lays down; strict readers refuse another one. */
const orders: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  'w:tcPr':
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
  'w:pBdr': 'top left bottom right between bar',
  'w:tblBorders': 'top left start bottom right end insideH insideV',
  'w:tcMar': 'top left start bottom right end',
  'w:tbl': 'tblPr tblGrid tr',
  'w:docDefaults': 'rPrDefault pPrDefault',
  'w:style':
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
  'w:font':
    'altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic',
};

/** Children that stand before one that belongs before them, or that the schema does not know there. */
function misplaced(xml: string): string[] {
  const found: string[] = [];
  const open: { name: string; last: number }[] = [];
  for (const [, closing, name = '', empty] of xml.matchAll(/<(\/?)([\w:]+)(?:\s[^>]*?)?(\/?)>/g)) {
    if (closing) {
      open.pop();
      continue;
    }
    const parent = open.at(-1);
    const order = parent && orders[parent.name]?.split(' ');
    if (parent && order) {
      const place = order.indexOf(name.replace('w:', ''));
      if (place < parent.last) found.push(`${name} in ${parent.name}`);
      parent.last = Math.max(parent.last, place);
    }
    if (!empty) open.push({ name, last: 0 });
  }
  return found;
}

test('P15 the check itself finds an element out of place and one that does not belong', () => {
  expect(misplaced('<w:pPr><w:jc/><w:spacing/></w:pPr>')).toEqual(['w:spacing in w:pPr']);
  expect(misplaced('<w:tcPr><w:tcW/><w:jc/></w:tcPr>')).toEqual(['w:jc in w:tcPr']);
  expect(misplaced('<w:tcPr><w:tcW/><w:vAlign/></w:tcPr>')).toEqual([]);
});

test.for(['weekly', 'monthly', 'quarterly', 'halfYearly', 'yearly', 'operation', 'correction'] as const)(
  'P15 every element of a %s Word document stands in the order of the schema',
  async (kind) => {
    const { document } = resolveDocument(await defaultTemplate(kind), sampleFigures);
    const parts = unzipSync(
      await writeWord({ ...document, copies: '省公安厅', number: null, datedOn: '2026-10-03' }, null),
    );
    const texts = Object.keys(parts).filter((path) => /^word\/[^/]+\.xml$/.test(path));
    expect(texts).toContain('word/document.xml');
    for (const path of texts) {
      expect([path, misplaced(strFromU8(parts[path] ?? new Uint8Array()))]).toEqual([path, []]);
    }
  },
);
