import { useState } from 'react';
import { Glyph } from '../components/icons.tsx';
import { AccountSide } from '../drawers/AccountSide.tsx';
import { StripeSide } from '../drawers/StripeSide.tsx';
import type { Route } from '../format/hrefs.ts';
import { appPageHref, listHref } from '../format/hrefs.ts';
import { LISTED_TYPES, objectTypeFacts } from '../format/object-types.ts';
import { usePage } from '../state/page-context.ts';
import { UserMenu } from './UserMenu.tsx';

interface RouteProps {
  readonly route: Route;
}

type Side = 'account' | 'stripe';

function currentOf(route: Route, objectType: string): 'page' | 'true' | undefined {
  if (route.kind === 'app' || route.objectType !== objectType) return undefined;
  return route.kind === 'list' ? 'page' : 'true';
}

function MainMenu({ route }: RouteProps) {
  const { world } = usePage();
  return (
    <nav aria-label="Main">
      {[...LISTED_TYPES, ...(world.paymentRecords === null ? [] : [world.paymentRecords])].map(
        (objectType) => (
          <a
            key={objectType}
            href={listHref(objectType)}
            aria-current={currentOf(route, objectType)}
          >
            {objectTypeFacts(objectType).plural}
          </a>
        ),
      )}
      <a
        href={appPageHref({ to: '/' })}
        data-testid="app-page-link"
        aria-current={route.kind === 'app' ? 'page' : undefined}
      >
        {world.appName} app
      </a>
    </nav>
  );
}

interface SideButtonProps {
  readonly side: Side;
  readonly label: string;
  readonly glyph: string;
  readonly openSide: Side | null;
  readonly onOpen: (side: Side | null) => void;
}

function SideButton({ side, label, glyph, openSide, onOpen }: SideButtonProps) {
  const isOpen = openSide === side;
  return (
    <button
      type="button"
      className="header-button"
      data-testid={`${side}-side-open`}
      aria-expanded={isOpen}
      onClick={() => {
        onOpen(isOpen ? null : side);
      }}
    >
      <Glyph name={glyph} /> {label}
    </button>
  );
}

/** Only the built-in accounts have drawers. */
function SideButtons(props: Pick<SideButtonProps, 'onOpen' | 'openSide'>) {
  const { stripeKind, hubspotKind } = usePage().world;
  return (
    <>
      {(stripeKind === 'sandbox' || hubspotKind === 'sandbox') && (
        <SideButton side="account" label="Account side" glyph="settings" {...props} />
      )}
      {stripeKind === 'sandbox' ? (
        <SideButton side="stripe" label="Stripe side" glyph="bank" {...props} />
      ) : (
        <span className="header-note">Your Stripe account: use its dashboard</span>
      )}
    </>
  );
}

export function Header({ route }: RouteProps) {
  const { world } = usePage();
  const [openSide, setOpenSide] = useState<Side | null>(null);
  const close = (): void => {
    setOpenSide(null);
  };
  return (
    <>
      <header className="page-header">
        <a className="brand" href={listHref('deals')}>
          <span className="brand-mark" aria-hidden="true" />
          CRM sandbox
        </a>
        <MainMenu route={route} />
        <span className="startup-line" title={world.startupLine}>
          {world.startupLine}
        </span>
        <SideButtons openSide={openSide} onOpen={setOpenSide} />
        <UserMenu />
      </header>
      {openSide === 'stripe' && (
        <StripeSide record={route.kind === 'record' ? route : null} onClose={close} />
      )}
      {openSide === 'account' && <AccountSide onClose={close} />}
    </>
  );
}
