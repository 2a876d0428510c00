import type { PageEntry } from './page-entry.ts';
import { appraisalPages } from './pages/appraisal-pages.ts';
import { dailyWorkPages } from './pages/daily-work-pages.ts';
import { setupPages } from './pages/setup-pages.ts';
import { usePages } from './pages/use-pages.ts';

/**
 * Every page of the working frame. To add one: a folder `pages/<Page>/` and an entry in the list of its group. `nav` is
 * the entry of the side navigation it stands under; `ability` is what the account must hold somewhere to open it; a
 * `$name` in the path makes a page that is reached from others only.
 */
export const pages: readonly PageEntry[] = [...dailyWorkPages, ...appraisalPages, ...usePages, ...setupPages];
