import type {
  PanelBodyProps,
  PanelFooterProps,
  PanelProps,
  PanelSectionProps,
} from '@hubspot/ui-extensions';
import { Dialog } from './Dialog.tsx';
import { classes, shortSize } from './sizes.ts';

export function Panel(props: PanelProps) {
  const { id, title, variant, width, onOpen, onClose, testId, children } = props;
  const className = classes(
    'dialog panel',
    `dialog-${shortSize(width, 'sm')}`,
    variant === 'modal' && 'panel-modal',
  );
  return (
    <Dialog
      {...{ id, title, className, testId, onOpen, onClose, children }}
      label={props['aria-label']}
    />
  );
}

export function PanelBody({ children, testId }: PanelBodyProps) {
  return (
    <div className="dialog-body" data-test-id={testId}>
      {children}
    </div>
  );
}

export function PanelSection({ children, flush, testId }: PanelSectionProps) {
  return (
    <section
      className={classes('panel-section', flush === true && 'panel-section-flush')}
      data-test-id={testId}
    >
      {children}
    </section>
  );
}

export function PanelFooter({ children, testId }: PanelFooterProps) {
  return (
    <footer className="dialog-footer" data-test-id={testId}>
      {children}
    </footer>
  );
}
