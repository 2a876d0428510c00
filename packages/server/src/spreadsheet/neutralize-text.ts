/**
 * Text that a spreadsheet program would take for a formula is disarmed by a leading apostrophe (§4.8);
 * tab and carriage return count too, because programs strip them and then see the sign behind them.
 */
export function neutralizeText(text: string): string {
  return /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
}
