import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';

/**
 * Fastify's own compilers turn null into 0, true into 1 and drop unknown keys, both ways. Ours do nothing but ask
 * the strict Zod schema: what does not fit is refused with every problem and its path.
 */
export function installStrictZod(app: FastifyInstance): void {
  app.setValidatorCompiler<z.ZodType>(({ schema, httpPart }) => (given: unknown) => {
    const parsed = schema.safeParse(given ?? undefined);
    if (parsed.success) return { value: parsed.data };
    return { error: refusalOf(parsed.error, httpPart ?? 'body') };
  });
  app.setSerializerCompiler<z.ZodType>(
    ({ schema }) =>
      (answer: unknown) =>
        JSON.stringify(schema.parse(answer)),
  );
}

function refusalOf(error: z.ZodError, part: string): Refusal {
  const problems = error.issues.slice(0, 200).map((issue) => ({
    path: [part === 'body' ? '' : part, ...issue.path.map(String)].filter(Boolean).join('.'),
    message: messageOf(issue),
  }));
  return new Refusal('invalid', '提交的内容有误，请按提示逐项修改后重试。', problems);
}

/** Zod's Chinese locale covers types and sizes; unknown keys are said in the words of an office. */
function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `不认识的字段：${issue.keys.join('、')}`;
  return issue.message;
}

z.config(z.locales.zhCN());
