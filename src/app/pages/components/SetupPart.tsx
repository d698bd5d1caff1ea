import { Flex, Heading, StatusTag, Tile } from '@hubspot/ui-extensions';
import type { SetupPart as Part, Verdict } from '@stripe-payments/core';
import type { ReactNode } from 'react';
import { useTexts } from '../hooks/use-presentation.ts';

const VARIANTS = { done: 'success', attention: 'warning', blocked: 'danger' } as const;

interface SetupPartProps {
  readonly part: Part;
  readonly verdict: Verdict;
  readonly children: ReactNode;
}

/** One part of the checklist: what it is, how it stands, and what is in it. */
export function SetupPart({ part, verdict, children }: SetupPartProps) {
  const { setup } = useTexts();
  return (
    <Tile testId={`part-${part}`}>
      <Flex direction="column" gap="medium">
        <Flex direction="row" justify="between" align="center" wrap gap="small">
          <Heading>{setup.parts[part]}</Heading>
          <StatusTag variant={VARIANTS[verdict]} testId={`verdict-${part}`}>
            {setup.verdicts[verdict]}
          </StatusTag>
        </Flex>
        {children}
      </Flex>
    </Tile>
  );
}
