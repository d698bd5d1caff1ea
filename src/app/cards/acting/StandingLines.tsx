import { Alert, Flex, Text } from '@hubspot/ui-extensions';
import type { RequestOverview, RequestPrepared } from '@stripe-payments/core';
import { LongText } from '@stripe-payments/ui';
import { ActingFailure } from './ActingFailure.tsx';
import { standingNotice, standingTexts } from './standing.ts';
import type { ActedType } from './use-acting.ts';
import { useActingPresentation } from './use-acting.ts';

interface StandingProps {
  readonly overview: RequestOverview;
  readonly objectType: ActedType;
}

/** What is outstanding and asked for already; nothing on a contact of which nothing is asked. */
export function StandingLines({ overview, objectType }: StandingProps) {
  const presentation = useActingPresentation();
  const { problem } = overview.standing;
  const [first, ...others] = standingTexts(overview, objectType, presentation, Date.now());
  return (
    <Flex direction="column" gap="flush">
      {first !== undefined && (
        <Text format={{ fontWeight: 'demibold' }} testId="standing">
          {first}
        </Text>
      )}
      {others.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      {problem !== null && (
        <ActingFailure
          variant="warning"
          title={presentation.texts.acting.askedFor.unread}
          failures={[problem]}
          testId="standing-problem"
        />
      )}
    </Flex>
  );
}

/** In a review: what is asked for beside it, and whether that is too much. */
export function StandingNotice({ prepared }: { readonly prepared: RequestPrepared }) {
  const presentation = useActingPresentation();
  const notice = standingNotice(prepared, presentation, Date.now());
  const { problem } = prepared.standing;
  return (
    <>
      {notice !== null && (
        <Alert title={notice.title} variant={notice.variant} testId="standing-notice">
          {notice.lines.map((line, place) => (
            <LongText key={place} text={line} />
          ))}
        </Alert>
      )}
      {problem !== null && (
        <ActingFailure
          variant="warning"
          title={presentation.texts.acting.askedFor.unread}
          failures={[problem]}
          testId="review-standing-problem"
        />
      )}
    </>
  );
}
