/** An address with some parameters added where it does not have them: what is a default today is another tomorrow. */
export function sharedAddress(
  address: string,
  also: Readonly<Record<string, string | null | undefined>>,
): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(also)) {
    if (value && !url.searchParams.has(name)) url.searchParams.set(name, value);
  }
  return url.toString();
}
