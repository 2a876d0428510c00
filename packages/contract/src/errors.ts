import { z } from 'zod';

/** The closed union of refusals. Each maps to one HTTP status on the server and one way of showing on screen. */
export const errorStatus = {
  invalid: 400,
  notSignedIn: 401,
  signInFailed: 401,
  locked: 423,
  passwordChangeRequired: 403,
  csrf: 403,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  requestReused: 409,
  sealed: 409,
  deadlinePassed: 409,
  refused: 422,
  tooLarge: 413,
  unsupportedFile: 415,
  tooMany: 429,
  unavailable: 503,
  internal: 500,
} as const;
export type ErrorCode = keyof typeof errorStatus;
export const errorCodes = Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]];

/** One thing that is wrong, where (field path), and what to do. All are told at once (principle 17). */
export const problem = z.strictObject({
  path: z.string(),
  message: z.string(),
  clause: z.string().optional(),
});
export const errorBody = z.strictObject({
  code: z.enum(errorCodes),
  message: z.string().describe('说明哪里不对、依据哪条规则、下一步怎么做'),
  problems: z.array(problem).max(500).default([]),
  requestId: z.string().describe('服务端请求编号，报障时提供'),
});
export type ErrorBody = z.infer<typeof errorBody>;
export type Problem = z.infer<typeof problem>;
