import { useMemo, useRef } from 'react';

/** One at a time: buttons are disabled a render later than the click, so a fast second one is stopped here. */
export interface Turn {
  /** False where somebody else has it. */
  readonly take: () => boolean;
  readonly give: () => void;
}

export function useTurn(): Turn {
  const isTaken = useRef(false);
  return useMemo(
    () => ({
      take: () => {
        if (isTaken.current) return false;
        isTaken.current = true;
        return true;
      },
      give: () => {
        isTaken.current = false;
      },
    }),
    [],
  );
}
