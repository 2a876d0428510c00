/** The one PostgreSQL server of a test run, and the migrated database that test databases are cloned from. */
export interface TestServer {
  readonly url: string;
  readonly template: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}
