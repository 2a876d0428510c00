import type { ruleSets } from '@mingji/contract';
export function CompareTab({ version }: { readonly version: ruleSets.VersionView }) {
  return <p>{version.version}</p>;
}
