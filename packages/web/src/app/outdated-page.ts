/** After an update of the server the old page's code and style files are gone: how the browsers tell it. */
export function isOutdatedPage(message: string): boolean {
  return /dynamically imported module|Importing a module script failed|Unable to preload CSS/i.test(message);
}
