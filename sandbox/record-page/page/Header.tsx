import { useState } from 'react';
import type { RecordReference } from '../api/client.ts';
import { Glyph } from '../components/Glyph.tsx';
import { StripeSide } from '../stripe-side/StripeSide.tsx';
import { usePage } from './page-context.ts';
import { UserMenu } from './UserMenu.tsx';

interface HeaderProps {
  readonly record: RecordReference | null;
}

export function Header({ record }: HeaderProps) {
  const { world } = usePage();
  const [isStripeSideOpen, setIsStripeSideOpen] = useState(false);
  return (
    <>
      <header className="page-header">
        <a className="brand" href="#/deals">
          <span className="brand-mark" aria-hidden="true" />
          CRM sandbox
        </a>
        <nav aria-label="Main">
          <a href="#/deals" aria-current={record === null ? 'page' : undefined}>
            Deals
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
          record={record}
          onClose={() => {
            setIsStripeSideOpen(false);
          }}
        />
      )}
    </>
  );
}
