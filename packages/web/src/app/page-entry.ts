import type { ComponentType } from 'react';
import type { NavPage } from './navigation.ts';

/** One page: its address, its place in the navigation, the ability that opens it, and how to load its code. */
export interface PageEntry extends NavPage {
  readonly load: () => Promise<ComponentType>;
}
