import { useState } from 'react';
import { Glyph } from '../components/Glyph.tsx';
import { appPageHref, listHref } from '../format/hrefs.ts';
import { listedTypes, objectTypeFacts } from '../format/object-types.ts';
import { StripeSide } from '../stripe-side/StripeSide.tsx';
import { usePage } from './page-context.ts';
import type { Route } from './route.ts';
import { UserMenu } from './UserMenu.tsx';

interface HeaderProps {
  readonly route: Route;
}

function currentOf(route: Route, objectType: string): 'page' | 'true' | undefined {
  if (route.kind === 'app' || route.objectType !== objectType) return undefined;
  return route.kind === 'list' ? 'page' : 'true';
}

export function Header({ route }: HeaderProps) {
  const { world } = usePage();
  const [isStripeSideOpen, setIsStripeSideOpen] = useState(false);
  return (
    <>
      <header className="page-header">
        <a className="brand" href={listHref('deals')}>
          <span className="brand-mark" aria-hidden="true" />
          CRM sandbox
        </a>
        <nav aria-label="Main">
          {listedTypes.map((objectType) => (
            <a
              key={objectType}
              href={listHref(objectType)}
              aria-current={currentOf(route, objectType)}
            >
              {objectTypeFacts(objectType).plural}
            </a>
          ))}
          <a
            href={appPageHref({ to: '/' })}
            data-testid="app-page-link"
            aria-current={route.kind === 'app' ? 'page' : undefined}
          >
            {world.appName} app
          </a>
        </nav>
        <span className="startup-line" title={world.startupLine}>
          {world.startupLine}
        </span>
        {world.stripeKind === 'sandbox' ? (
          <button
            type="button"
            className="header-button"
            data-testid="stripe-side-open"
            aria-expanded={isStripeSideOpen}
            onClick={() => {
              setIsStripeSideOpen(!isStripeSideOpen);
            }}
          >
            <Glyph name="bank" /> Stripe side
          </button>
        ) : (
          <span className="header-note">Real Stripe: act in its own dashboard</span>
        )}
        <UserMenu />
      </header>
      {isStripeSideOpen && (
        <StripeSide
          record={route.kind === 'record' ? route : null}
          onClose={() => {
            setIsStripeSideOpen(false);
          }}
        />
      )}
    </>
  );
}
