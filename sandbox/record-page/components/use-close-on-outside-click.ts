import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

export function useCloseOnOutsideClick(menu: RefObject<HTMLElement>, close: () => void): void {
  const latestClose = useRef(close);
  latestClose.current = close;
  useEffect(() => {
    const onPointerDown = (event: PointerEvent): void => {
      const isInside = event.target instanceof Node && menu.current?.contains(event.target);
      if (isInside !== true) latestClose.current();
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => {
      document.removeEventListener('pointerdown', onPointerDown);
    };
  }, [menu]);
}
