import type { Call, EndpointShape, Reply } from '@mingji/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef } from 'react';
import type { z } from 'zod';
import { messages } from '../app/messages.ts';
import { type ApiRefusal, asRefusal } from './api-refusal.ts';
import { call } from './call.ts';
import { endpointKey } from './endpoint-key.ts';
import { ActMemory, takesRequestId } from './request-id.ts';
import { SingleFlight } from './single-flight.ts';

type WithoutRequestId<B> = B extends { readonly requestId: string } ? Omit<B, 'requestId'> : B;
/** What a caller gives: everything but the request id, which is made here. */
export type CommandArgs<E extends EndpointShape> = Omit<Call<E>, 'body'> &
  (E['body'] extends z.ZodType
    ? { readonly body: WithoutRequestId<z.input<E['body']>> }
    : { readonly body?: undefined });

export interface CommandOptions<E extends EndpointShape> {
  /** Endpoints whose reads are stale after this command. */
  readonly invalidates?: readonly EndpointShape[];
  readonly onDone?: (reply: Reply<E>) => void;
  /** Said when done; null says nothing. */
  readonly doneText?: string | null;
  /** `notice` (default) pops the refusal up; `inline` leaves showing it to the form. */
  readonly refusals?: 'notice' | 'inline';
}

export interface Command<E extends EndpointShape> {
  /** The reply, or null when refused (the refusal is in `refusal`). Never throws for a refusal. */
  readonly run: (args: CommandArgs<E>) => Promise<Reply<E> | null>;
  readonly isPending: boolean;
  readonly refusal: ApiRefusal | null;
  readonly reset: () => void;
}

/** One intended act of the user (§15): the request id stays the same over retries of the same content. */
export function useCommand<E extends EndpointShape>(
  endpoint: E,
  options: CommandOptions<E> = {},
): Command<E> {
  const queries = useQueryClient();
  const { message, notification } = App.useApp();
  const memory = useRef(new ActMemory());
  const mutation = useMutation<Reply<E>, ApiRefusal, CommandArgs<E>>({
    mutationFn: (args) => call(endpoint, withRequestId(endpoint, args, memory.current)),
  });
  const flight = useRef(new SingleFlight<Reply<E> | null>());
  const run = (args: CommandArgs<E>) => flight.current.run(JSON.stringify(args), () => runOnce(args));
  const runOnce = async (args: CommandArgs<E>): Promise<Reply<E> | null> => {
    try {
      const reply = await mutation.mutateAsync(args);
      memory.current.finished();
      const stale = options.invalidates ?? [];
      await Promise.all(stale.map((read) => queries.invalidateQueries({ queryKey: endpointKey(read) })));
      if (options.doneText !== null) message.success(options.doneText ?? messages.states.done);
      options.onDone?.(reply);
      return reply;
    } catch (error) {
      const refusal = asRefusal(error);
      if ((options.refusals ?? 'notice') === 'notice' && refusal.code !== 'notSignedIn') {
        notification.error({
          title: messages.failures.refused,
          description: [refusal.message, ...refusal.problems.map((one) => one.message)].join('\n'),
          style: { whiteSpace: 'pre-line' },
          duration: 8,
        });
      }
      return null;
    }
  };
  return { run, isPending: mutation.isPending, refusal: mutation.error, reset: mutation.reset };
}

function withRequestId<E extends EndpointShape>(
  endpoint: E,
  args: CommandArgs<E>,
  memory: ActMemory,
): Call<E> {
  if (!takesRequestId(endpoint)) return args as unknown as Call<E>;
  const body = { ...(args.body as object), requestId: memory.idFor(JSON.stringify(args)) };
  return { ...args, body } as unknown as Call<E>;
}
