import type { TabProps, TabsProps } from '@hubspot/ui-extensions';
import {
  createContext,
  useContext,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { KeyboardEvent } from 'react';
import { callCard } from './call-card.ts';
import { classes } from './sizes.ts';

interface RegisteredTab {
  readonly key: string;
  readonly panel: HTMLElement;
  readonly title: string;
  readonly tabId: string | number | undefined;
  readonly disabled: boolean;
  readonly tooltip: string | undefined;
}

interface TabList {
  readonly register: (tab: RegisteredTab) => () => void;
  readonly selectedKey: string | undefined;
}

const TabListContext = createContext<TabList | null>(null);

/** The order on the page counts: a tab may be mounted after its neighbours. */
function inPageOrder(tabs: readonly RegisteredTab[]): readonly RegisteredTab[] {
  return [...tabs].sort((left, right) =>
    left.panel.compareDocumentPosition(right.panel) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
}

export function Tab(props: TabProps) {
  const { title = '', tabId, disabled = false, tooltip, children, testId } = props;
  const tabList = useContext(TabListContext);
  const register = tabList?.register;
  const panel = useRef<HTMLDivElement>(null);
  const key = useId();
  useLayoutEffect(() => {
    if (panel.current === null) return undefined;
    return register?.({ key, panel: panel.current, title, tabId, disabled, tooltip });
  }, [register, key, title, tabId, disabled, tooltip]);
  return (
    <div
      ref={panel}
      role="tabpanel"
      id={`${key}-panel`}
      aria-labelledby={`${key}-tab`}
      hidden={tabList?.selectedKey !== key}
      className="tab-panel"
      data-test-id={testId}
    >
      {children}
    </div>
  );
}

function focusNeighbour(event: KeyboardEvent<HTMLElement>): void {
  const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };
  const step = steps[event.key];
  if (step === undefined) return;
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]:enabled')];
  const focused = tabs.findIndex((tab) => tab === document.activeElement);
  tabs[(focused + step + tabs.length) % tabs.length]?.focus();
}

export function Tabs(props: TabsProps) {
  const { defaultSelected, selected, variant = 'default', fill = false, children, testId } = props;
  const [registered, setRegistered] = useState<readonly RegisteredTab[]>([]);
  const [ownSelected, setOwnSelected] = useState(defaultSelected);
  const tabs = useMemo(
    () => inPageOrder(registered).map((tab, index) => ({ ...tab, id: tab.tabId ?? index })),
    [registered],
  );
  const wanted = selected ?? ownSelected;
  const selectedKey = (tabs.find(({ id }) => id === wanted) ?? tabs[0])?.key;
  const register = useRef((tab: RegisteredTab) => {
    setRegistered((others) => [...others, tab]);
    return () => {
      setRegistered((others) => others.filter((other) => other !== tab));
    };
  }).current;
  const tabList = useMemo(() => ({ register, selectedKey }), [register, selectedKey]);
  const select = (id: string | number): void => {
    setOwnSelected(id);
    // The SDK's type is a union of handlers: each takes the kind of id that its tabs have.
    callCard(props.onSelectedChange as ((id: string | number) => void) | undefined, id);
  };
  return (
    <div className={classes('tabs', `tabs-${variant}`, fill && 'tabs-fill')} data-test-id={testId}>
      <div role="tablist" className="tab-list" onKeyDown={focusNeighbour}>
        {tabs.map(({ key, id, title, disabled, tooltip }) => (
          <button
            key={key}
            id={`${key}-tab`}
            type="button"
            role="tab"
            aria-selected={key === selectedKey}
            aria-controls={`${key}-panel`}
            tabIndex={key === selectedKey ? 0 : -1}
            disabled={disabled}
            title={tooltip}
            onClick={() => {
              select(id);
            }}
          >
            <bdi>{title}</bdi>
          </button>
        ))}
      </div>
      <TabListContext.Provider value={tabList}>{children}</TabListContext.Provider>
    </div>
  );
}
