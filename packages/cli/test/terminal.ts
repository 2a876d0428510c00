/** What a command prints and says, and the environment it runs in: the database at `url`, nothing else. */
export function terminal(url: string) {
  const printed: string[] = [];
  const said: string[] = [];
  return {
    env: { DATABASE_URL: url },
    print: (text: string) => printed.push(text),
    say: (line: string) => said.push(line),
    printed,
    said,
  };
}
