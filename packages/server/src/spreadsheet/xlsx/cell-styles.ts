import { xmlText } from './xml-text.ts';

export interface CellStyle {
  readonly font: 'body' | 'total' | 'heading' | 'title';
  readonly ruled?: boolean;
  readonly align?: 'left' | 'center' | 'right' | undefined;
  readonly wrap?: boolean;
  /** Number format; @ is text. */
  readonly format?: string;
}

const fonts: Readonly<Record<CellStyle['font'], string>> = {
  body: '<font><sz val="11"/><name val="SimSun"/></font>',
  total: '<font><b/><sz val="11"/><name val="SimSun"/></font>',
  heading: '<font><sz val="11"/><name val="SimHei"/></font>',
  title: '<font><sz val="18"/><name val="SimHei"/></font>',
};
const fontNames = Object.keys(fonts);
const THIN = ['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"/>`).join('');
/** Numbers below this belong to the program's own formats. */
const FIRST_FORMAT = 164;

/** Each look is written once into the workbook; a cell names it by its number. */
export class CellStyles {
  readonly #looks = new Map<string, number>();
  readonly #xml: string[] = [];
  readonly #formats: string[] = [];

  constructor() {
    // Number 0 is what a cell without a style has.
    this.of({ font: 'body' });
  }

  of(style: CellStyle): number {
    const { font, ruled = false, align = '', wrap = false, format = '' } = style;
    const key = `${font}|${ruled}|${align}|${wrap}|${format}`;
    const known = this.#looks.get(key);
    if (known !== undefined) return known;
    const number = this.#xml.length;
    this.#looks.set(key, number);
    const horizontal = align === '' ? '' : ` horizontal="${align}"`;
    this.#xml.push(
      `<xf numFmtId="${this.#format(format)}" fontId="${fontNames.indexOf(font)}" fillId="0" borderId="${ruled ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">` +
        `<alignment${horizontal} vertical="center"${wrap ? ' wrapText="1"' : ''}/></xf>`,
    );
    return number;
  }

  #format(format: string): number {
    if (format === '') return 0;
    const at = this.#formats.indexOf(format);
    return FIRST_FORMAT + (at === -1 ? this.#formats.push(format) - 1 : at);
  }

  xml(): string {
    const formats = this.#formats.map(
      (code, at) => `<numFmt numFmtId="${FIRST_FORMAT + at}" formatCode="${xmlText(code)}"/>`,
    );
    return [
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      formats.length === 0 ? '' : `<numFmts count="${formats.length}">${formats.join('')}</numFmts>`,
      `<fonts count="${fontNames.length}">${Object.values(fonts).join('')}</fonts>`,
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
      `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${THIN}<diagonal/></border></borders>`,
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      `<cellXfs count="${this.#xml.length}">${this.#xml.join('')}</cellXfs>`,
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
    ].join('');
  }
}
