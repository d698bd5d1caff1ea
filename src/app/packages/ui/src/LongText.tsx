import type { TextProps } from '@hubspot/ui-extensions';
import { Button, Flex, Text } from '@hubspot/ui-extensions';
import { shortened } from '@stripe-payments/core';
import { useState } from 'react';
import { useSharedTexts } from './use-presentation.ts';

/** Two or three lines of a card. */
const MAX_SHOWN = 200;

interface LongTextProps {
  readonly text: string;
  readonly variant?: 'bodytext' | 'microcopy';
  readonly format?: NonNullable<TextProps['format']>;
}

/** A text from outside, which can be of any length: a long one is cut, and whole on demand. */
export function LongText({ text, variant = 'bodytext', format = {} }: LongTextProps) {
  const { showAll, showLess } = useSharedTexts().card.longText;
  const [isWhole, setIsWhole] = useState(false);
  const short = shortened(text, MAX_SHOWN);
  const print = (shown: string) => (
    <Text variant={variant} format={format}>
      {shown}
    </Text>
  );
  if (short === text) return print(text);
  return (
    <Flex direction="column" align="start" gap="flush">
      {print(isWhole ? text : short)}
      <Button
        variant="transparent"
        size="xs"
        onClick={() => {
          setIsWhole(!isWhole);
        }}
      >
        {isWhole ? showLess : showAll}
      </Button>
    </Flex>
  );
}

/** Small print, a line each. */
export function SmallLines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <>
      {lines.map((line, place) => (
        // Two lines can be the same: a description may say word for word what a reason says.
        <LongText key={`${String(place)} ${line}`} text={line} variant="microcopy" />
      ))}
    </>
  );
}
