import type { StatusTagProps } from '@hubspot/ui-extensions';
import { callCard } from './call-card.ts';
import { Glyph } from './Glyph.tsx';
import { classes } from './sizes.ts';

export function StatusTag(props: StatusTagProps) {
  const { variant = 'default', hollow = false, onClick, children, testId } = props;
  const dot = <span className={classes('dot', hollow && 'dot-hollow')} aria-hidden="true" />;
  const text = (
    <>
      {dot}
      {children}
    </>
  );
  return (
    <span className={`status-tag status-${variant}`} data-test-id={testId}>
      {onClick === undefined ? (
        text
      ) : (
        <button
          type="button"
          className="status-button"
          onClick={() => {
            callCard(onClick);
          }}
        >
          {text}
        </button>
      )}
      {props.showRemoveIcon === true && (
        <button
          type="button"
          className="icon-button"
          aria-label="Remove"
          onClick={() => {
            callCard(props.onRemoveClick);
          }}
        >
          <Glyph name="remove" />
        </button>
      )}
    </span>
  );
}
