import {
  DescriptionList,
  DescriptionListItem,
  Flex,
  Heading,
  StatusTag,
  Text,
  Tile,
} from '@hubspot/ui-extensions';
import type { CheckResult, PaymentObjectCheck } from '@stripe-payments/core';
import { PAYMENT_OBJECT, RUN_LOG_SCOPES } from '@stripe-payments/core';
import { FailureDescription } from '../failures.tsx';
import { useTexts } from '../use-presentation.ts';

const TURN_ON = 'npm run setup -- payment-records on';

interface PaymentRecordsProps {
  readonly check: CheckResult<PaymentObjectCheck>;
}

/** Without their scopes they are off: an account that wants none has not granted them. */
const isWithoutScopes = (check: CheckResult<PaymentObjectCheck>): boolean =>
  !check.isReadable && check.error.code === 'hubspot-permission';

function Verdict({ check }: PaymentRecordsProps) {
  const { statuses } = useTexts().setup.paymentRecords;
  if (!check.isReadable && !isWithoutScopes(check)) return null;
  const status = check.isReadable ? check.status : 'off';
  const isKept = status === 'on' || status === 'incomplete';
  return (
    <StatusTag
      variant={status === 'on' ? 'success' : isKept ? 'warning' : 'default'}
      testId="payment-records-status"
    >
      {isKept ? statuses[status] : statuses.off}
    </StatusTag>
  );
}

/** Why they are not on, and the step to get there. */
function NextStep({ object }: { readonly object: PaymentObjectCheck }) {
  const texts = useTexts().setup.paymentRecords;
  switch (object.status) {
    case 'on':
      return null;
    case 'incomplete':
      return (
        <Text testId="payment-records-step">
          {texts.incomplete(object.missingProperties, object.missingAssociations, TURN_ON)}
        </Text>
      );
    case 'foreign':
      return <Text testId="payment-records-step">{texts.foreign(PAYMENT_OBJECT)}</Text>;
    case 'archived':
    case 'off':
    default:
      return (
        <>
          {object.status === 'archived' && <Text>{texts.archived}</Text>}
          <Text testId="payment-records-step">{texts.howOn(TURN_ON)}</Text>
        </>
      );
  }
}

function Counts({ object }: { readonly object: PaymentObjectCheck }) {
  const labels = useTexts().setup.paymentRecords;
  const { records, recordLimit, objectLimit } = object;
  const used = (usage: PaymentObjectCheck['recordLimit']): string | null =>
    usage === null ? null : labels.used(usage.usage, usage.limit);
  const lines = [
    { id: 'count', label: labels.records, text: records === null ? null : labels.count(records) },
    { id: 'record-limit', label: labels.recordLimit, text: used(recordLimit) },
    { id: 'object-limit', label: labels.objectLimit, text: used(objectLimit) },
  ].filter(({ text }) => text !== null);
  if (lines.length === 0) return null;
  return (
    <DescriptionList direction="row">
      {lines.map(({ id, label, text }) => (
        <DescriptionListItem key={id} label={label}>
          <Text testId={`payment-records-${id}`}>{text}</Text>
        </DescriptionListItem>
      ))}
    </DescriptionList>
  );
}

/** Whether the account keeps a record of each payment, and what is next. Only the terminal can change it. */
export function PaymentRecords({ check }: PaymentRecordsProps) {
  const { setup } = useTexts();
  const texts = setup.paymentRecords;
  return (
    <Tile testId="payment-records">
      <Flex direction="column" gap="small">
        <Flex direction="row" justify="between" align="center" wrap gap="small">
          <Heading>{texts.title}</Heading>
          <Verdict check={check} />
        </Flex>
        <Text>{texts.intro}</Text>
        {check.isReadable && (
          <>
            <Counts object={check} />
            <NextStep object={check} />
          </>
        )}
        {isWithoutScopes(check) && (
          <>
            <Text testId="payment-records-step">{texts.howOn(TURN_ON)}</Text>
            <Text>{texts.scopes(RUN_LOG_SCOPES.join(', '))}</Text>
          </>
        )}
        {!check.isReadable && !isWithoutScopes(check) && (
          <>
            <Text testId="payment-records-step">{setup.unreadable}</Text>
            <FailureDescription failure={check.error} />
          </>
        )}
      </Flex>
    </Tile>
  );
}
