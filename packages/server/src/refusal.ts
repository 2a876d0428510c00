import type { ErrorCode, Problem } from '@mingji/contract';

/**
 * A refusal the user can act on. It rolls the transaction back and becomes the contract's error body. Everything
 * else that is thrown is a surprise: logged, hidden from the client, answered as `internal` (principle 17).
 */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly problems: readonly Problem[];
  constructor(code: ErrorCode, message: string, problems: readonly Problem[] = []) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.problems = problems;
  }
}

export function notFound(what: string): Refusal {
  return new Refusal('notFound', `${what}不存在，或不在您的管理范围内。请返回列表刷新后重试。`);
}
