const FORMULA = /^[=+\-@\t\r]/;
const BOM = '\ufeff';

/** Comma-separated text that office programs read as Chinese; what looks like a formula is neutralised. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return BOM + rows.map((row) => row.map(cell).join(',')).join('\r\n');
}

function cell(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
