import type { ButtonProps, ButtonRowProps } from '@hubspot/ui-extensions';
import { Pressable } from './Pressable.tsx';

export function Button(props: ButtonProps) {
  return <Pressable {...props} />;
}

export function ButtonRow({ children, testId }: ButtonRowProps) {
  return (
    <div className="button-row" data-test-id={testId}>
      {children}
    </div>
  );
}
