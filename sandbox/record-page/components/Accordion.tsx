import type { AccordionProps } from '@hubspot/ui-extensions';
import { useId, useState } from 'react';
import { callCard } from './call-card.ts';
import { Glyph } from './Glyph.tsx';
import { shortSize } from './sizes.ts';

export function Accordion(props: AccordionProps) {
  const { title, defaultOpen = false, disabled = false, open, size, onClick, children } = props;
  const [isOwnOpen, setIsOwnOpen] = useState(defaultOpen);
  const isOpen = open ?? isOwnOpen;
  const id = useId();
  return (
    <section className="accordion" data-test-id={props.testId}>
      <button
        type="button"
        className={`accordion-title accordion-${shortSize(size, 'sm')}`}
        aria-expanded={isOpen}
        aria-controls={id}
        disabled={disabled}
        onClick={() => {
          setIsOwnOpen(!isOpen);
          callCard(onClick);
        }}
      >
        <Glyph name={isOpen ? 'downCarat' : 'right'} />
        <bdi>{title}</bdi>
      </button>
      <div id={id} className="accordion-body" hidden={!isOpen}>
        {children}
      </div>
    </section>
  );
}
