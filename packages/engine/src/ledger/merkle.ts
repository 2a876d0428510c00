/** A hash function is passed in: the engine has none of its own (the server supplies SM3). */
export type Hash = (bytes: Uint8Array) => Uint8Array;

const LEAF = 0;
const NODE = 1;

function join(prefix: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const size = parts.reduce((sum, part) => sum + part.length, 1);
  const bytes = new Uint8Array(size);
  bytes[0] = prefix;
  let at = 1;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Hash of a leaf: H(0x00 ‖ content). The prefix keeps a leaf from ever passing for a node (RFC 6962). */
export function leafHash(content: Uint8Array, hash: Hash): Uint8Array {
  return hash(join(LEAF, content));
}

/** Hash of a node: H(0x01 ‖ left ‖ right). */
export function nodeHash(left: Uint8Array, right: Uint8Array, hash: Hash): Uint8Array {
  return hash(join(NODE, left, right));
}

/** The largest power of two below n: where RFC 6962 divides a list. */
function splitPoint(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

function rootOf(leaves: readonly Uint8Array[], from: number, to: number, hash: Hash): Uint8Array {
  const first = leaves[from];
  if (to - from === 1 && first !== undefined) return first;
  const middle = from + splitPoint(to - from);
  return nodeHash(rootOf(leaves, from, middle, hash), rootOf(leaves, middle, to, hash), hash);
}

/** Root of the Merkle tree over leaf hashes; the hash of nothing for an empty list. */
export function merkleRoot(leaves: readonly Uint8Array[], hash: Hash): Uint8Array {
  return leaves.length === 0 ? hash(new Uint8Array()) : rootOf(leaves, 0, leaves.length, hash);
}

/** The hashes with which a holder of one leaf can recompute the root: the receipt of an entry (X3). */
export function inclusionProof(
  leaves: readonly Uint8Array[],
  index: number,
  hash: Hash,
): readonly Uint8Array[] {
  if (index < 0 || index >= leaves.length) throw new RangeError('no such leaf');
  const proof: Uint8Array[] = [];
  let from = 0;
  let to = leaves.length;
  while (to - from > 1) {
    const middle = from + splitPoint(to - from);
    if (index < middle) {
      proof.push(rootOf(leaves, middle, to, hash));
      to = middle;
    } else {
      proof.push(rootOf(leaves, from, middle, hash));
      from = middle;
    }
  }
  return proof.reverse();
}

/** Recomputes the root from a leaf and its proof; the caller compares it with the signed root. */
export function rootFromProof(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  hash: Hash,
): Uint8Array | undefined {
  if (index < 0 || index >= size) return undefined;
  const turns: ('left' | 'right')[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + splitPoint(to - from);
    turns.push(index < middle ? 'left' : 'right');
    if (index < middle) to = middle;
    else from = middle;
  }
  if (turns.length !== proof.length) return undefined;
  let current = leaf;
  for (const sibling of proof) {
    current = turns.pop() === 'left' ? nodeHash(current, sibling, hash) : nodeHash(sibling, current, hash);
  }
  return current;
}

/** One link of a chain of checkpoints: H(0x01 ‖ previous head ‖ checkpoint); the first follows the empty hash. */
export function chainHead(previous: Uint8Array | null, checkpoint: Uint8Array, hash: Hash): Uint8Array {
  return nodeHash(previous ?? hash(new Uint8Array()), leafHash(checkpoint, hash), hash);
}
