import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';

/** Everything the platform asks of cryptography, so that a certified module can stand in (GM algorithms). */
export interface CryptoProvider {
  /** SM3 of the bytes: 32 bytes. */
  sm3(bytes: Uint8Array): Buffer;
  hmacSm3(key: Uint8Array, bytes: Uint8Array): Buffer;
  /** For receivers outside that know no SM3 (the message gateway, say). */
  hmacSha256(key: Uint8Array, bytes: Uint8Array): Buffer;
  /** SM4-CBC with a random IV in front and an HMAC-SM3 tag behind. */
  encrypt(key: Uint8Array, plain: Uint8Array): Buffer;
  decrypt(key: Uint8Array, sealed: Uint8Array): Buffer;
  generateSigningKey(): { privateKeyPem: string; publicKeyPem: string };
  sign(privateKeyPem: string, bytes: Uint8Array): Buffer;
  verify(publicKeyPem: string, bytes: Uint8Array, signature: Uint8Array): boolean;
}

const IV_BYTES = 16;
const TAG_BYTES = 32;

/** node:crypto on OpenSSL 3, which has SM2, SM3 and SM4 built in. */
export const nodeCrypto: CryptoProvider = {
  sm3: (bytes) => createHash('sm3').update(bytes).digest(),
  hmacSm3: (key, bytes) => createHmac('sm3', key).update(bytes).digest(),
  hmacSha256: (key, bytes) => createHmac('sha256', key).update(bytes).digest(),
  encrypt(key, plain) {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('sm4-cbc', key.subarray(0, 16), iv);
    const body = Buffer.concat([iv, cipher.update(plain), cipher.final()]);
    return Buffer.concat([body, createHmac('sm3', key).update(body).digest()]);
  },
  decrypt(key, sealed) {
    const body = sealed.subarray(0, sealed.length - TAG_BYTES);
    const tag = createHmac('sm3', key).update(body).digest();
    if (!tag.equals(sealed.subarray(sealed.length - TAG_BYTES))) throw new Error('ciphertext was changed');
    const decipher = createDecipheriv('sm4-cbc', key.subarray(0, 16), body.subarray(0, IV_BYTES));
    return Buffer.concat([decipher.update(body.subarray(IV_BYTES)), decipher.final()]);
  },
  generateSigningKey() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'SM2' });
    return {
      privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    };
  },
  sign: (privateKeyPem, bytes) => sign('sm3', bytes, createPrivateKey(privateKeyPem)),
  verify: (publicKeyPem, bytes, signature) => verify('sm3', bytes, createPublicKey(publicKeyPem), signature),
};
