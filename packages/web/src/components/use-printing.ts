import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** Whether the browser prints right now: then a sheet of its own is drawn and the screen stays behind. */
export function usePrinting(onPrinted?: () => void): boolean {
  const [printing, setPrinting] = useState(false);
  const printed = useRef(onPrinted);
  printed.current = onPrinted;
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => {
      setPrinting(false);
      printed.current?.();
    };
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  useEffect(() => {
    document.body.classList.toggle('mj-printing', printing);
    return () => document.body.classList.remove('mj-printing');
  }, [printing]);
  return printing;
}
