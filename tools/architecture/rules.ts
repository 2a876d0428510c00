import { importsOf, isRelative, packageName, type SourceFile, target, withoutComments } from './imports.ts';

/** A rule looks at one file and says what is wrong there; nothing wrong is an empty list. */
export type Rule = (file: SourceFile) => string[];

export type Dependencies = Readonly<Record<string, readonly string[]>>;

/** Who may import which workspace, downwards only. Libraries come from each workspace's own package.json. */
const WORKSPACES_BELOW: Dependencies = {
  engine: [],
  contract: ['@mingji/engine'],
  server: ['@mingji/engine', '@mingji/contract'],
  web: ['@mingji/engine', '@mingji/contract'],
  cli: ['@mingji/engine', '@mingji/contract', '@mingji/server'],
};
const LIBRARIES_ALLOWED: Dependencies = { engine: [], contract: ['zod'] };
const MAY_USE_NODE = new Set(['server', 'cli']);

/** Bare imports: only workspaces below, only libraries the workspace itself declares (npm's hoisting hides a missing one). */
export function importTable(declared: Dependencies, testLibraries: readonly string[]): Rule {
  return (file) => {
    const workspace = workspaceOf(file.path);
    if (workspace === null) return [];
    const names = importsOf(file)
      .filter((specifier) => !isRelative(specifier))
      .map(packageName);
    return names
      .filter((name) => !mayImport(workspace, name, declared, isTest(file.path) ? testLibraries : []))
      .map((name) => `${file.path} imports ${name}`);
  };
}

function mayImport(
  workspace: string,
  name: string,
  declared: Dependencies,
  testLibraries: readonly string[],
): boolean {
  if (testLibraries.includes(name)) return true;
  if (name.startsWith('node:')) return MAY_USE_NODE.has(workspace) || testLibraries.length > 0;
  if (name.startsWith('@mingji/')) {
    return (WORKSPACES_BELOW[workspace] ?? []).includes(name) && (declared[workspace] ?? []).includes(name);
  }
  const allowed = LIBRARIES_ALLOWED[workspace];
  return (declared[workspace] ?? []).includes(name) && (allowed === undefined || allowed.includes(name));
}

/** Relative imports stay inside their workspace; tests of the CLI may use the server's test support. */
export const staysInside: Rule = (file) => {
  const workspace = workspaceOf(file.path);
  if (workspace === null) return [];
  return importsOf(file)
    .filter(isRelative)
    .map((specifier) => target(file, specifier))
    .filter((path) => !path.startsWith(`packages/${workspace}/`))
    .filter((path) => !(isTest(file.path) && path.startsWith('packages/server/test/support/')))
    .map((path) => `${file.path} reaches into ${path}`);
};

/** A feature of the server is entered by its index.ts only. */
export const modulesByTheFrontDoor: Rule = (file) => {
  const from = moduleOf(file.path);
  if (from === null) return [];
  return importsOf(file)
    .filter(isRelative)
    .map((specifier) => target(file, specifier))
    .filter((path) => {
      const to = moduleOf(path);
      return to !== null && to !== from && path !== `packages/server/src/modules/${to}/index.ts`;
    })
    .map((path) => `${file.path} goes around the index of ${path}`);
};

/** Nothing below routes.ts knows Fastify: commands, queries and jobs run without HTTP. */
export const httpOnTop: Rule = (file) => {
  if (!file.path.startsWith('packages/server/src/') || isTest(file.path)) return [];
  const onTop = /^packages\/server\/src\/(app\.ts|plugins\/.*|(.*\/)?routes(\/.*)?\.ts|(.*\/)?routes\/.*)$/;
  if (onTop.test(file.path)) return [];
  return importsOf(file)
    .filter((specifier) => /^(fastify$|fastify\/|@fastify\/)/.test(specifier))
    .map((specifier) => `${file.path} imports ${specifier}`);
};

const IMPURE: readonly RegExp[] = [
  /\bDate\b(?!\s*:)/,
  /\bMath\.random\b/,
  /\bIntl\b/,
  /\.localeCompare\b/,
  /\.toLocale\w+/,
  /\bperformance\./,
  /\bprocess\./,
  /\bconsole\./,
  /\bcrypto\./,
  /\bfetch\(/,
];

/** The engine decides from its inputs alone, so that anyone can recompute its results. */
export const engineIsPure: Rule = (file) => {
  if (!file.path.startsWith('packages/engine/src/') || isTest(file.path)) return [];
  // Text in quotes may speak of dates; only code may not use the clock.
  const code = withoutComments(file.text).replace(/'[^'\n]*'/g, "''");
  return IMPURE.filter((pattern) => pattern.test(code)).map(
    (pattern) => `${file.path} uses ${pattern.source}`,
  );
};

export function isTest(path: string): boolean {
  return /\.test\.tsx?$|\.testkit\.ts$|\/test\/|\/test-support\/|\.config\.ts$/.test(path);
}

function workspaceOf(path: string): string | null {
  return /^packages\/([^/]+)\//.exec(path)?.[1] ?? null;
}

function moduleOf(path: string): string | null {
  return /^packages\/server\/src\/modules\/([^/]+)\//.exec(path)?.[1] ?? null;
}
