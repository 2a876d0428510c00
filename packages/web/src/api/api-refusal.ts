import { type ErrorBody, type ErrorCode, errorBody, type Problem } from '@mingji/contract';
import { messages } from '../app/messages.ts';

/** What the server refused, with its words: shown as they are, because they say what to do next (principle 17). */
export class ApiRefusal extends Error {
  readonly code: ErrorCode;
  readonly problems: readonly Problem[];
  /** The server's request id; null when no server answered. */
  readonly requestId: string | null;

  constructor(body: Omit<ErrorBody, 'requestId'> & { readonly requestId: string | null }) {
    super(body.message);
    this.name = 'ApiRefusal';
    this.code = body.code;
    this.problems = body.problems;
    this.requestId = body.requestId;
  }
}

/** The number to report: only for a failure of the system. A refusal says itself what to do. */
export function reportNumber({ code, requestId }: ApiRefusal): string | null {
  return code === 'internal' || code === 'unavailable' ? requestId : null;
}

export function networkRefusal(message: string = messages.failures.network): ApiRefusal {
  return new ApiRefusal({ code: 'unavailable', message, problems: [], requestId: null });
}

/** Reads the one error shape; anything else came from something between the server and us. */
export function refusalFrom(status: number, text: string): ApiRefusal {
  const parsed = errorBody.safeParse(parseJson(text));
  if (parsed.success) return new ApiRefusal(parsed.data);
  if (status === 502 || status === 503 || status === 504) return networkRefusal();
  return new ApiRefusal({
    code: 'internal',
    message: messages.failures.unexpectedAnswer,
    problems: [],
    requestId: null,
  });
}

/** Whatever a component caught, as something that can be shown. */
export function asRefusal(error: unknown): ApiRefusal {
  if (error instanceof ApiRefusal) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new ApiRefusal({ code: 'internal', message, problems: [], requestId: null });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
