import type { Ability } from '@mingji/engine';
import type { z } from 'zod';

/** Sent with 1 by a screen that asks by itself, nobody being there: such a call keeps no session open. */
export const BACKGROUND_HEADER = 'x-mingji-background';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Who may call: `public` (no session), `signedIn` (any session), or the ability that must be held somewhere.
 * Whether it reaches the thing at hand is decided again, with the thing, inside the command.
 */
export type Gate = 'public' | 'signedIn' | Ability;

type Schema = z.ZodType;

export interface EndpointShape {
  readonly method: HttpMethod;
  /** Fastify's notation: `/api/units/:unitId`. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly gate: Gate;
  readonly params?: Schema;
  readonly query?: Schema;
  readonly body?: Schema;
  /** The response of status 200; a `download` endpoint answers with a file instead. */
  readonly response?: Schema;
  /** `multipart` takes one uploaded file instead of a JSON body. */
  readonly upload?: true;
  readonly download?: true;
}

/** One description of a message: validator, type, OpenAPI and web client all come from it (principle 4). */
export function endpoint<const E extends EndpointShape>(description: E): E {
  return description;
}

type Parsed<S> = S extends Schema ? z.output<S> : undefined;
type Given<S> = S extends Schema ? z.input<S> : undefined;

/** What the server's handler receives: parsed and strict. */
export interface Received<E extends EndpointShape> {
  readonly params: Parsed<E['params']>;
  readonly query: Parsed<E['query']>;
  readonly body: Parsed<E['body']>;
}
/** What the server's handler answers with, before the strict serializer. */
export type Answer<E extends EndpointShape> = Given<E['response']>;

type Sent<E extends EndpointShape, K extends 'params' | 'query' | 'body'> = E[K] extends Schema
  ? { readonly [P in K]: z.input<E[K]> }
  : { readonly [P in K]?: undefined };
/** What the client gives. */
export type Call<E extends EndpointShape> = Sent<E, 'params'> & Sent<E, 'query'> & Sent<E, 'body'>;
/** What the client gets. */
export type Reply<E extends EndpointShape> = Parsed<E['response']>;
