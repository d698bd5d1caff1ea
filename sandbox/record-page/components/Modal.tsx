import type { ModalBodyProps, ModalFooterProps, ModalProps } from '@hubspot/ui-extensions';
import { Dialog } from './Dialog.tsx';
import { classes, shortSize } from './sizes.ts';

export function Modal(props: ModalProps) {
  const { id, title, variant, width, onOpen, onClose, testId, children } = props;
  const className = classes(
    'dialog modal',
    `dialog-${shortSize(width, 'sm')}`,
    variant === 'danger' && 'modal-danger',
  );
  return (
    <Dialog
      {...{ id, title, className, testId, onOpen, onClose, children }}
      label={props['aria-label']}
    />
  );
}

export function ModalBody({ children, testId }: ModalBodyProps) {
  return (
    <div className="dialog-body" data-test-id={testId}>
      {children}
    </div>
  );
}

export function ModalFooter({ children, testId }: ModalFooterProps) {
  return (
    <footer className="dialog-footer" data-test-id={testId}>
      {children}
    </footer>
  );
}
