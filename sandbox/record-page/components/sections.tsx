import * as Ariakit from '@ariakit/react';
import type {
  AccordionProps,
  DropdownButtonItemProps,
  DropdownProps,
  StepIndicatorProps,
  TabProps,
  TabsProps,
} from '@hubspot/ui-extensions';
import {
  createContext,
  useContext,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Glyph } from './icons.tsx';
import { callCard, classes, shortSize, toExtensionEvent } from './kit.ts';
import { useOverlay, useReactions } from './overlays.tsx';

export function Accordion(props: AccordionProps) {
  const { title, defaultOpen = false, disabled = false, open, size, onClick, children } = props;
  const [isOwnOpen, setIsOwnOpen] = useState(defaultOpen);
  const isOpen = open ?? isOwnOpen;
  const toggle = (): void => {
    setIsOwnOpen(!isOpen);
    callCard(onClick);
  };
  return (
    <section className="accordion" data-test-id={props.testId}>
      <Ariakit.DisclosureProvider open={isOpen} setOpen={toggle}>
        <Ariakit.Disclosure
          className={`accordion-title accordion-${shortSize(size, 'sm')}`}
          disabled={disabled}
        >
          <Glyph name={isOpen ? 'downCarat' : 'right'} />
          <bdi>{title}</bdi>
        </Ariakit.Disclosure>
        <Ariakit.DisclosureContent className="accordion-body">{children}</Ariakit.DisclosureContent>
      </Ariakit.DisclosureProvider>
    </section>
  );
}

/** The items stay mounted while the menu is closed: one of them may have an open modal. */
export function Dropdown(props: DropdownProps) {
  const { variant = 'secondary', buttonText = '', disabled = false } = props;
  return (
    <div className="dropdown" data-test-id={props.testId}>
      <Ariakit.MenuProvider>
        <Ariakit.MenuButton
          className={`button button-${variant} button-${shortSize(props.buttonSize, 'md')}`}
          disabled={disabled}
        >
          <bdi>{buttonText}</bdi>
          <Glyph name="downCarat" />
        </Ariakit.MenuButton>
        <Ariakit.Menu className="menu" gutter={4} fixed>
          {props.children}
        </Ariakit.Menu>
      </Ariakit.MenuProvider>
    </div>
  );
}

export function DropdownButtonItem(props: DropdownButtonItemProps) {
  const { onClick, testId, children } = props;
  const reactions = useReactions();
  const overlay = useOverlay(props.overlay);
  return overlay.wrap(
    <Ariakit.MenuItem
      className="menu-item"
      render={<button type="button" />}
      data-test-id={testId}
      onClick={(event) => {
        callCard(onClick, toExtensionEvent(event), reactions);
        overlay.open();
      }}
    >
      {children}
    </Ariakit.MenuItem>,
  );
}

interface RegisteredTab {
  readonly title: string | undefined;
  readonly tabId: string | number | undefined;
  readonly tooltip: string | undefined;
  readonly key: string;
  readonly panel: HTMLElement;
  readonly disabled: boolean;
}

type RegisterTab = (tab: RegisteredTab) => () => void;

const RegisterTabContext = createContext<RegisterTab>(() => () => undefined);

/** The order on the page counts: a tab may be mounted after those beside it. */
function inPageOrder(tabs: readonly RegisteredTab[]): readonly RegisteredTab[] {
  return tabs.toSorted((left, right) =>
    left.panel.compareDocumentPosition(right.panel) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
}

/** A panel that registers its title with the list of tabs above it. */
export function Tab(props: TabProps) {
  const { title, tabId, disabled = false, tooltip, children, testId } = props;
  const register = useContext(RegisterTabContext);
  const panel = useRef<HTMLDivElement>(null);
  const key = useId();
  useLayoutEffect(() => {
    if (panel.current === null) return undefined;
    return register({ key, panel: panel.current, title, tabId, disabled, tooltip });
  }, [register, key, title, tabId, disabled, tooltip]);
  return (
    <Ariakit.TabPanel ref={panel} tabId={key} className="tab-panel" data-test-id={testId}>
      {children}
    </Ariakit.TabPanel>
  );
}

function useTabs() {
  const [registered, setRegistered] = useState<readonly RegisteredTab[]>([]);
  const register = useRef<RegisterTab>((tab) => {
    setRegistered((others) => [...others, tab]);
    return () => {
      setRegistered((others) => others.filter((other) => other !== tab));
    };
  }).current;
  const tabs = useMemo(
    () => inPageOrder(registered).map((tab, index) => ({ ...tab, id: tab.tabId ?? index })),
    [registered],
  );
  return { tabs, register };
}

export function Tabs(props: TabsProps) {
  const { defaultSelected, selected, variant = 'default', fill = false, children, testId } = props;
  const { tabs, register } = useTabs();
  const [ownSelected, setOwnSelected] = useState(defaultSelected);
  const wanted = selected ?? ownSelected;
  const selectedKey = (tabs.find(({ id }) => id === wanted) ?? tabs[0])?.key;
  const select = (key: string | null | undefined): void => {
    const tab = tabs.find((candidate) => candidate.key === key);
    if (tab === undefined || key === selectedKey) return;
    setOwnSelected(tab.id);
    // The SDK's type is a union of handlers: each takes the kind of id that its tabs have.
    callCard(props.onSelectedChange as ((id: string | number) => void) | undefined, tab.id);
  };
  return (
    <div className={classes('tabs', `tabs-${variant}`, fill && 'tabs-fill')} data-test-id={testId}>
      <Ariakit.TabProvider selectedId={selectedKey ?? null} setSelectedId={select}>
        <Ariakit.TabList className="tab-list">
          {tabs.map(({ key, title, disabled, tooltip }) => (
            <Ariakit.Tab key={key} id={key} disabled={disabled} title={tooltip}>
              <bdi>{title}</bdi>
            </Ariakit.Tab>
          ))}
        </Ariakit.TabList>
        <RegisterTabContext.Provider value={register}>{children}</RegisterTabContext.Provider>
      </Ariakit.TabProvider>
    </div>
  );
}

export function StepIndicator(props: StepIndicatorProps) {
  const { stepNames, currentStep = 0, direction = 'horizontal', variant = 'default' } = props;
  const onlyCurrentName = variant !== 'default';
  return (
    <ol
      className={`steps steps-${direction} steps-${variant} steps-${shortSize(props.circleSize, 'sm')}`}
      data-test-id={props.testId}
    >
      {stepNames.map((name, index) => (
        <li
          key={name}
          className={classes(index < currentStep && 'step-done')}
          aria-current={index === currentStep ? 'step' : undefined}
        >
          <button
            type="button"
            disabled={props.onClick === undefined}
            onClick={() => {
              callCard(props.onClick, index);
            }}
          >
            <span className="step-circle" aria-hidden="true" />
            <bdi className={onlyCurrentName && index !== currentStep ? 'visually-hidden' : ''}>
              {name}
            </bdi>
          </button>
        </li>
      ))}
    </ol>
  );
}
