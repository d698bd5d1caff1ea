import type { HeadingProps, TextProps } from '@hubspot/ui-extensions';
import type { CSSProperties, MouseEvent } from 'react';
import { classes } from './sizes.ts';

const fontWeights = { regular: undefined, demibold: 600, bold: 700 } as const;
const decorations = {
  none: undefined,
  underline: 'underline',
  strikethrough: 'line-through',
} as const;

function textStyle({ format, truncate }: TextProps): CSSProperties {
  const { fontWeight, italic, lineDecoration, textTransform } = format ?? {};
  const maxWidth = typeof truncate === 'object' ? truncate.maxWidth : undefined;
  return {
    fontWeight: fontWeight && fontWeights[fontWeight],
    fontStyle: italic === true ? 'italic' : undefined,
    textDecoration: lineDecoration && decorations[lineDecoration],
    textTransform: textTransform === 'sentenceCase' ? undefined : textTransform,
    maxWidth,
  };
}

export function Text(props: TextProps) {
  const { variant = 'bodytext', inline = false, format, truncate = false, children } = props;
  const truncates = truncate !== false;
  const tooltipText = typeof truncate === 'object' ? truncate.tooltipText : undefined;
  const showWhole = ({ currentTarget }: MouseEvent<HTMLElement>): void => {
    const isCut = currentTarget.scrollWidth > currentTarget.clientWidth;
    currentTarget.title = tooltipText ?? (isCut ? currentTarget.textContent : '');
  };
  const Element = inline ? 'span' : 'div';
  return (
    <Element
      className={classes(
        `text text-${variant}`,
        inline && 'text-inline',
        truncates && 'text-truncate',
        format?.textTransform === 'sentenceCase' && 'text-sentence-case',
      )}
      style={textStyle(props)}
      data-test-id={props.testId}
      {...(truncates && { onMouseEnter: showWhole })}
    >
      {children}
    </Element>
  );
}

export function Heading({ inline = false, children, testId }: HeadingProps) {
  return (
    <h2 className={classes('heading', inline && 'heading-inline')} data-test-id={testId}>
      {children}
    </h2>
  );
}
