import type { SignedRequest } from './delivery-message.ts';

export interface PostResult {
  readonly delivered: boolean;
  readonly status: number | null;
  /** In the words of the page 消息网关; null when delivered. */
  readonly failure: string | null;
}

const TIMEOUT_MS = 5_000;

/** One POST to the gateway. Follows no redirect: the address is the one the administrator approved. */
export async function postOut(url: string, { body, headers }: SignedRequest): Promise<PostResult> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { ...headers },
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    const delivered = response.status >= 200 && response.status < 300;
    return {
      delivered,
      status: response.status,
      failure: delivered ? null : `网关应答 ${response.status}，须为 200–299`,
    };
  } catch (error) {
    return { delivered: false, status: null, failure: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  const failure = error instanceof Error ? error : new Error(String(error));
  if (failure.name === 'TimeoutError') return `网关 ${TIMEOUT_MS / 1000} 秒内没有应答`;
  const cause = failure.cause as { code?: unknown } | undefined;
  return `连接不上网关（${typeof cause?.code === 'string' ? cause.code : failure.message}）`.slice(0, 200);
}
