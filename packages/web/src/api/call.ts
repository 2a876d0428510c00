import { BACKGROUND_HEADER, type Call, type EndpointShape, type Reply } from '@mingji/contract';
import { messages } from '../app/messages.ts';
import { addressOf } from './address.ts';
import { type ApiRefusal, networkRefusal, refusalFrom } from './api-refusal.ts';
import { currentCsrfToken, noteContact, signalSession } from './session-signals.ts';

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds; a result that never comes must not hang a screen. */
  readonly timeout?: number;
  /** The screen asks by itself: the answer does not count as somebody being there. */
  readonly background?: boolean;
}

interface LooseArgs {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

const DEFAULT_TIMEOUT = 60_000;

/** Calls one endpoint of the contract; answers typed, refusals thrown as `ApiRefusal`. */
export async function call<E extends EndpointShape>(
  endpoint: E,
  args: Call<E>,
  options: CallOptions = {},
): Promise<Reply<E>> {
  const response = await send(endpoint, args, options);
  const text = await response.text();
  try {
    return JSON.parse(text) as Reply<E>;
  } catch {
    throw refusalFrom(response.status, text);
  }
}

/** The raw answer of a call that succeeded; `call` and `download` read it their own way. */
export async function send(
  endpoint: EndpointShape,
  args: LooseArgs,
  options: CallOptions = {},
): Promise<Response> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), options.timeout ?? DEFAULT_TIMEOUT);
  const abort = () => stop.abort();
  options.signal?.addEventListener('abort', abort);
  try {
    const response = await fetch(addressOf(endpoint, args), {
      method: endpoint.method,
      credentials: 'same-origin',
      headers: {
        ...headersFor(endpoint, args.body !== undefined),
        ...(options.background ? { [BACKGROUND_HEADER]: '1' } : {}),
      },
      signal: stop.signal,
      ...(args.body === undefined ? {} : { body: JSON.stringify(args.body) }),
    });
    if (response.ok) {
      if (!options.background) noteContact();
      return response;
    }
    throw noticed(refusalFrom(response.status, await response.text()), options.background);
  } catch (error) {
    if (options.signal?.aborted) throw error;
    if (stop.signal.aborted) throw networkRefusal(messages.failures.timeout);
    if (error instanceof TypeError) throw networkRefusal();
    throw error;
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', abort);
  }
}

export function headersFor(endpoint: EndpointShape, hasJsonBody: boolean): Record<string, string> {
  const token = currentCsrfToken();
  return {
    accept: 'application/json',
    ...(hasJsonBody ? { 'content-type': 'application/json' } : {}),
    ...(endpoint.method !== 'GET' && token ? { 'x-csrf-token': token } : {}),
  };
}

/** A refusal that concerns the session itself is told to whoever keeps the session. */
export function noticed(refusal: ApiRefusal, background = false): ApiRefusal {
  if (refusal.code === 'notSignedIn') signalSession('lost');
  else if (!background) noteContact();
  if (refusal.code === 'passwordChangeRequired') signalSession('passwordChangeRequired');
  return refusal;
}
