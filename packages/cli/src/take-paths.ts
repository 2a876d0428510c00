/**
 * The paths that follow an option at `at`: one, and all further ones once the command's own files were named, so that
 * both `--upper A --upper B` and `--upper A B` are understood. None is a wrong use.
 */
export function takePaths(
  argv: readonly string[],
  at: number,
  ownAreNamed: boolean,
): readonly string[] | undefined {
  const rest = argv.slice(at + 1);
  const end = rest.findIndex((argument) => argument.startsWith('-'));
  const paths = end < 0 ? rest : rest.slice(0, end);
  if (paths.length === 0) return undefined;
  return ownAreNamed ? paths : paths.slice(0, 1);
}
