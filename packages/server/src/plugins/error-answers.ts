import { type ErrorBody, errorStatus } from '@mingji/contract';
import type { FastifyError, FastifyInstance } from 'fastify';
import { Refusal } from '../refusal.ts';

/** Database refusals of our own triggers, by SQLSTATE. */
const databaseRefusals: Record<string, 'sealed' | 'refused' | 'conflict'> = {
  MJ002: 'refused',
  MJ003: 'conflict',
  MJ004: 'sealed',
  MJ016: 'conflict',
};

/** The SQLSTATEs of a text that holds U+0000, as text and inside JSON: only a hostile or broken client sends it. */
const unstorableText: ReadonlySet<string> = new Set(['22021', '22P05']);

/** Answers every failure with the contract's error body; surprises are logged and hidden (principle 17). */
export function installErrorAnswers(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | Refusal, request, reply) => {
    const refusal = asRefusal(error);
    if (!refusal) request.log.error({ err: error }, 'unexpected failure');
    const body: ErrorBody = refusal
      ? {
          code: refusal.code,
          message: refusal.message,
          problems: [...refusal.problems],
          requestId: request.id,
        }
      : {
          code: 'internal',
          message: `系统出现意外错误，您的操作没有生效。请稍后重试；如仍不行，请把编号 ${request.id} 告知系统管理员。`,
          problems: [],
          requestId: request.id,
        };
    return reply
      .status(errorStatus[body.code])
      .type('application/json; charset=utf-8')
      .serializer(JSON.stringify)
      .send(body);
  });
  app.setNotFoundHandler((request) => {
    throw new Refusal('notFound', `没有这个地址：${request.method} ${request.url.slice(0, 200)}`);
  });
}

function asRefusal(error: FastifyError | Refusal): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error.code in databaseRefusals) {
    return new Refusal(databaseRefusals[error.code] ?? 'refused', error.message);
  }
  if (unstorableText.has(error.code)) {
    return new Refusal('invalid', '提交的内容中有无法保存的字符，请删除后重新输入。');
  }
  switch (error.statusCode) {
    case 413:
      return new Refusal('tooLarge', '内容过大，请压缩或分次提交。');
    case 415:
      return new Refusal('unsupportedFile', '不支持的内容类型。');
    case 429:
      return new Refusal('tooMany', '操作过于频繁，请稍候再试。');
    case 400:
      return new Refusal('invalid', '请求格式有误，请刷新页面后重试。');
    default:
      return null;
  }
}
