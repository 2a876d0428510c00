import type { CryptoProvider } from '../../crypto/provider.ts';

/** Who is told, as the gateway knows them: it finds the telephone itself, none is kept here. */
export interface DeliveryRecipient {
  readonly username: string;
  readonly name: string;
  readonly policeNo: string | null;
}

export interface DeliveryMessage {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly detail: string;
  readonly address: string;
  readonly at: string;
  readonly to: readonly DeliveryRecipient[];
}

export type Digest = 'sm3' | 'sha256';

/** The bytes that leave, with the headers that prove where they come from. */
export interface SignedRequest {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Signs `<unix seconds>.<body>` with the shared secret: the gateway refuses what is older than some minutes, and knows
 * a repetition by `x-mingji-delivery`.
 */
export function signMessage(
  crypto: CryptoProvider,
  secret: { readonly key: Uint8Array; readonly digest: Digest },
  message: DeliveryMessage,
  now: Date,
): SignedRequest {
  const body = JSON.stringify(message);
  const seconds = Math.floor(now.getTime() / 1000);
  const signed = Buffer.from(`${seconds}.${body}`);
  const hmac = secret.digest === 'sm3' ? crypto.hmacSm3 : crypto.hmacSha256;
  const tag = hmac(secret.key, signed);
  return {
    body,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Mingji-Webhook/1',
      'x-mingji-delivery': message.id,
      'x-mingji-timestamp': String(seconds),
      'x-mingji-signature': `${secret.digest}=${tag.toString('hex')}`,
    },
  };
}
