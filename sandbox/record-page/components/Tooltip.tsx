import type { TooltipProps } from '@hubspot/ui-extensions';
import { useContext } from 'react';
import { OverlayOwnerContext } from './Overlay.tsx';

/** Only an `overlay` shows it (HubSpot's documentation of Tooltip); elsewhere it has no trigger. */
export function Tooltip({ children, placement = 'top', testId }: TooltipProps) {
  const owner = useContext(OverlayOwnerContext);
  if (owner === null) return null;
  return (
    <span
      role="tooltip"
      id={owner.tooltipId}
      className={`tooltip tooltip-${placement}`}
      data-test-id={testId}
    >
      {children}
    </span>
  );
}
