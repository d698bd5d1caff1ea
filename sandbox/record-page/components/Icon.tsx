import type { IconProps } from '@hubspot/ui-extensions';
import { Glyph } from './Glyph.tsx';
import { shortSize } from './sizes.ts';

export function Icon({ name, color = 'inherit', size, screenReaderText, testId }: IconProps) {
  return (
    <span className={`icon icon-${color} icon-${shortSize(size, 'sm')}`} data-test-id={testId}>
      <Glyph name={name} label={screenReaderText} />
    </span>
  );
}
