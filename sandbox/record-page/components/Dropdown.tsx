import type { DropdownButtonItemProps, DropdownProps } from '@hubspot/ui-extensions';
import { createContext, useContext, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { callCard, toExtensionEvent } from './call-card.ts';
import { Glyph } from './Glyph.tsx';
import { useCarriedOverlay, useReactions } from './Overlay.tsx';
import { shortSize } from './sizes.ts';
import { useCloseOnOutsideClick } from './use-close-on-outside-click.ts';

const CloseMenuContext = createContext<() => void>(() => undefined);

function moveFocus(menu: HTMLElement | null, step: number): void {
  const items = [...(menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  const focused = items.findIndex((item) => item === document.activeElement);
  items[(focused + step + items.length) % items.length]?.focus();
}

interface MenuItemProps {
  readonly onSelect: (event: React.MouseEvent) => void;
  readonly testId?: string | undefined;
  readonly children: ReactNode;
}

function MenuItem({ onSelect, testId, children }: MenuItemProps) {
  const closeMenu = useContext(CloseMenuContext);
  return (
    <button
      type="button"
      role="menuitem"
      className="menu-item"
      data-test-id={testId}
      onClick={(event) => {
        onSelect(event);
        closeMenu();
      }}
    >
      {children}
    </button>
  );
}

export function DropdownButtonItem(props: DropdownButtonItemProps) {
  const { onClick, overlay: overlayContent, testId, children } = props;
  const reactions = useReactions();
  const overlay = useCarriedOverlay(overlayContent);
  const onSelect = (event: React.MouseEvent): void => {
    callCard(onClick, toExtensionEvent(event), reactions);
    overlay.open();
  };
  return overlay.wrap(<MenuItem {...{ onSelect, testId, children }} />);
}

/** The items stay mounted while the menu is closed: one of them may carry an open modal. */
export function Dropdown(props: DropdownProps) {
  const { variant = 'secondary', buttonText = '', disabled = false } = props;
  const [isOpen, setIsOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const close = (): void => {
    setIsOpen(false);
  };
  useCloseOnOutsideClick(root, close);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
    if (event.key === 'ArrowDown') moveFocus(root.current, 1);
    if (event.key === 'ArrowUp') moveFocus(root.current, -1);
    if (event.key.startsWith('Arrow')) event.preventDefault();
  };
  return (
    <div className="dropdown" ref={root} onKeyDown={onKeyDown} data-test-id={props.testId}>
      <button
        type="button"
        className={`button button-${variant} button-${shortSize(props.buttonSize, 'md')}`}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        disabled={disabled}
        onClick={() => {
          setIsOpen(!isOpen);
        }}
      >
        <bdi>{buttonText}</bdi>
        <Glyph name="downCarat" />
      </button>
      <div className="menu" role="menu" hidden={!isOpen}>
        <CloseMenuContext.Provider value={close}>{props.children}</CloseMenuContext.Provider>
      </div>
    </div>
  );
}
