import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chainHead, inclusionProof, leafHash, merkleRoot, nodeHash, rootFromProof } from './merkle.ts';
import { toHex, utf8 } from './utf8.ts';

const sm3 = (bytes: Uint8Array) => new Uint8Array(createHash('sm3').update(bytes).digest());
const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());
const leavesOf = (count: number) =>
  Array.from({ length: count }, (_, i) => leafHash(utf8(`entry ${i}`), sm3));

test('X3 the tree is the one of RFC 6962: its published SHA-256 vectors come out', () => {
  const inputs = ['', '00', '10', '2021', '3031', '40414243'].map((hex) =>
    Uint8Array.from(Buffer.from(hex, 'hex')),
  );
  const roots = [1, 2, 3, 5].map((count) =>
    toHex(
      merkleRoot(
        inputs.slice(0, count).map((input) => leafHash(input, sha256)),
        sha256,
      ),
    ),
  );
  expect(toHex(merkleRoot([], sha256))).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  );
  expect(roots).toEqual([
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  ]);
});

test('X3 a receipt proves any entry of any seal, and no other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(), (size, pick) => {
      const leaves = leavesOf(size);
      const index = pick % size;
      const proof = inclusionProof(leaves, index, sm3);
      const root = toHex(merkleRoot(leaves, sm3));
      const leaf = leaves[index] ?? new Uint8Array();
      const rebuilt = rootFromProof(leaf, index, size, proof, sm3);
      expect(rebuilt && toHex(rebuilt)).toBe(root);
      const forged = rootFromProof(leafHash(utf8('forged'), sm3), index, size, proof, sm3);
      expect(forged && toHex(forged)).not.toBe(root);
    }),
  );
});

test('X3 a proof of the wrong length or place is no proof', () => {
  const leaves = leavesOf(5);
  const proof = inclusionProof(leaves, 1, sm3);
  const leaf = leaves[1] ?? new Uint8Array();
  expect(rootFromProof(leaf, 1, 5, proof.slice(1), sm3)).toBeUndefined();
  expect(rootFromProof(leaf, 5, 5, proof, sm3)).toBeUndefined();
  const elsewhere = rootFromProof(leaf, 2, 5, proof, sm3);
  expect(elsewhere && toHex(elsewhere)).not.toBe(toHex(merkleRoot(leaves, sm3)));
  expect(() => inclusionProof(leaves, 5, sm3)).toThrow('no such leaf');
});

test('X3 changing, adding or swapping one leaf changes the root', () => {
  const leaves = leavesOf(7);
  const root = toHex(merkleRoot(leaves, sm3));
  const [first, second, ...rest] = leaves as [Uint8Array, Uint8Array, ...Uint8Array[]];
  const variants = [
    [second, first, ...rest],
    leaves.slice(0, 6),
    [...leaves, first],
    [leafHash(utf8('x'), sm3), second, ...rest],
  ];
  for (const variant of variants) expect(toHex(merkleRoot(variant, sm3))).not.toBe(root);
});

test('X3 a leaf never passes for a node, and a chain head depends on everything before it', () => {
  const [a, b] = leavesOf(2) as [Uint8Array, Uint8Array];
  expect(toHex(leafHash(Uint8Array.from([...a, ...b]), sm3))).not.toBe(toHex(nodeHash(a, b, sm3)));
  const first = chainHead(null, utf8('1'), sm3);
  const heads = [
    chainHead(first, utf8('2'), sm3),
    chainHead(chainHead(null, utf8('0'), sm3), utf8('2'), sm3),
    chainHead(null, utf8('2'), sm3),
  ];
  expect(new Set(heads.map(toHex)).size).toBe(3);
});
