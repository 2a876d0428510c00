import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { nodeCrypto } from '../../crypto/provider.ts';
import { type DeliveryMessage, type Digest, signMessage } from './delivery-message.ts';

const message: DeliveryMessage = {
  id: '0b8e9b0c-5d1e-4c86-9a0b-3c8f6d1f2a10',
  kind: 'press',
  title: '催办：9月填报',
  detail: '请于 9 月 25 日前报送。',
  address: '/supervision',
  at: '2026-09-24T02:00:00.000Z',
  to: [{ username: '900123', name: '周立', policeNo: '900123' }],
};
const key = Buffer.from('secret-of-the-gateway');
const now = new Date('2026-09-24T02:00:30.500Z');

test.each<Digest>(['sm3', 'sha256'])(
  'P10 a gateway can check with %s who sent a message, and when',
  (digest) => {
    const { body, headers } = signMessage(nodeCrypto, { key, digest }, message, now);
    expect(JSON.parse(body)).toEqual(message);
    const tag = createHmac(digest, key).update(`1790215230.${body}`).digest('hex');
    expect(headers).toMatchObject({
      'x-mingji-timestamp': '1790215230',
      'x-mingji-signature': `${digest}=${tag}`,
      'x-mingji-delivery': message.id,
    });
  },
);
