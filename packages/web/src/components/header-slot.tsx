import { createContext, type ReactNode, useContext } from 'react';
import { createPortal } from 'react-dom';

/** Where the frame of the moment shows what a page puts into the header. */
export const HeaderSlotContext = createContext<HTMLElement | null>(null);

/** A page's own control in the header: the period it looks at, say. */
export function HeaderSlot({ children }: { readonly children: ReactNode }) {
  const target = useContext(HeaderSlotContext);
  return target ? createPortal(children, target) : null;
}
