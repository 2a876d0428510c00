import type { PageEntry } from './page-entry.ts';

/**
 * Every page of the working frame. To add one: a folder `pages/<Page>/` and one line here. `nav` is the entry of the
 * side navigation it stands under; `ability` is what the account must hold somewhere to open it; a `$name` in the path
 * makes a page that is reached from others only.
 */
export const pages: readonly PageEntry[] = [];
