import {
  type Call,
  type EndpointShape,
  type ErrorBody,
  errorBody,
  identity,
  type Reply,
} from '@mingji/contract';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { SESSION_COOKIE } from '../../src/plugins/session.ts';

/** A refusal as the client sees it: HTTP status and the contract's error body. */
export class Refused extends Error {
  readonly status: number;
  readonly code: ErrorBody['code'];
  readonly body: ErrorBody;
  constructor(status: number, body: ErrorBody) {
    super(`${status} ${body.code}: ${body.message} ${JSON.stringify(body.problems)}`);
    this.status = status;
    this.code = body.code;
    this.body = body;
  }
}

export interface UploadFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType?: string;
}
type Parts = { readonly params?: unknown; readonly query?: unknown; readonly body?: unknown };

/** A browser of one person: carries the session's cookie and CSRF token, speaks the contract's endpoints. */
export interface TestClient {
  /** The session as signed in; refuses when nobody is. */
  readonly session: identity.SessionView;
  signIn(username: string, password: string): Promise<TestClient>;
  /** The reply, checked by the contract; a refusal is thrown as `Refused`. */
  call<E extends EndpointShape>(endpoint: E, ...parts: CallArguments<E>): Promise<Reply<E>>;
  /** The refusal of a call that must be refused; the parts may be as wrong as the test wants. */
  refusal(endpoint: EndpointShape, parts?: Parts): Promise<Refused>;
  upload<E extends EndpointShape>(endpoint: E, file: UploadFile, parts?: Parts): Promise<Reply<E>>;
  download(endpoint: EndpointShape, parts?: Parts): Promise<LightMyRequestResponse>;
  /** The bare request with cookie and token; headers given here win. */
  inject(options: InjectOptions): Promise<LightMyRequestResponse>;
}
type CallArguments<E extends EndpointShape> =
  Record<never, never> extends Call<E> ? [parts?: Call<E>] : [parts: Call<E>];

export function makeClient(app: FastifyInstance): TestClient {
  let signedIn: { readonly cookie: string; readonly session: identity.SessionView } | null = null;
  const inject = (options: InjectOptions) =>
    app.inject({
      ...options,
      headers: {
        ...(signedIn
          ? { cookie: `${SESSION_COOKIE}=${signedIn.cookie}`, 'x-csrf-token': signedIn.session.csrfToken }
          : {}),
        ...options.headers,
      },
    });
  const request = (endpoint: EndpointShape, parts: Parts, more: InjectOptions = {}) =>
    inject({
      method: endpoint.method,
      url: addressOf(endpoint.path, parts),
      ...(parts.body === undefined ? {} : { payload: parts.body as object }),
      ...more,
    });
  const client: TestClient = {
    get session() {
      if (!signedIn) throw new Error('nobody is signed in');
      return signedIn.session;
    },
    async signIn(username, password) {
      const response = await request(identity.signIn, { body: { username, password } });
      const session = replyOf(identity.signIn, response);
      const cookie = response.cookies.find((one) => one.name === SESSION_COOKIE)?.value;
      if (cookie === undefined) throw new Error('signed in without a cookie');
      signedIn = { cookie, session };
      return client;
    },
    call: async (endpoint, parts?) => replyOf(endpoint, await request(endpoint, (parts ?? {}) as Parts)),
    async refusal(endpoint, parts = {}) {
      const response = await request(endpoint, parts);
      if (response.statusCode === 200) throw new Error(`${endpoint.path} was not refused: ${response.body}`);
      return new Refused(response.statusCode, errorBody.parse(response.json()));
    },
    upload: async (endpoint, file, parts = {}) =>
      replyOf(endpoint, await request(endpoint, parts, multipart(file))),
    async download(endpoint, parts = {}) {
      const response = await request(endpoint, parts);
      if (response.statusCode !== 200) refuse(response);
      return response;
    },
    inject,
  };
  return client;
}

function replyOf<E extends EndpointShape>(endpoint: E, response: LightMyRequestResponse): Reply<E> {
  if (response.statusCode !== 200) refuse(response);
  return endpoint.response?.parse(response.json()) as Reply<E>;
}

function refuse(response: LightMyRequestResponse): never {
  throw new Refused(response.statusCode, errorBody.parse(response.json()));
}

export function addressOf(path: string, parts: Parts): string {
  const params = (parts.params ?? {}) as Record<string, string>;
  const filled = path.replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(params[name] ?? ''));
  const query = Object.entries((parts.query ?? {}) as Record<string, unknown>)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]): [string, string] => [name, String(value)]);
  return query.length === 0 ? filled : `${filled}?${new URLSearchParams(query)}`;
}

function multipart(file: UploadFile): InjectOptions {
  const boundary = 'mingji-test-boundary';
  const head = [
    `--${boundary}`,
    `Content-Disposition: form-data; name="file"; filename="${file.name}"`,
    `Content-Type: ${file.mediaType ?? 'application/octet-stream'}`,
    '',
    '',
  ].join('\r\n');
  return {
    payload: Buffer.concat([Buffer.from(head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}
