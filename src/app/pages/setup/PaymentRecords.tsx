import { Flex, Heading, StatusTag, Text, Tile } from '@hubspot/ui-extensions';
import type { CheckResult, PaymentObjectCheck, SetupTexts } from '@stripe-payments/core';
import { RUN_LOG_SCOPES } from '@stripe-payments/core';
import { FailureDescription } from '../failures.tsx';
import { useTexts } from '../use-presentation.ts';

const COMMAND = 'npm run setup -- payment-records';
const TURN_ON = `${COMMAND} on`;

type Check = CheckResult<PaymentObjectCheck>;

/** Without their scopes they are off: an account that wants none has not granted them. */
const isWithoutScopes = (check: Check): boolean =>
  !check.isReadable && check.error.code === 'hubspot-permission';

/** How many there are, what they count against, and the step that is next. */
function linesOf(object: PaymentObjectCheck, texts: SetupTexts['setup']['paymentRecords']) {
  const { status, records, recordLimit, missingProperties, kind, unusedRecords = 0 } = object;
  const isInPayments = kind === 'hubspot-payments';
  const turnOn = isInPayments ? `${COMMAND} ${kind}` : TURN_ON;
  return {
    kind: isInPayments ? texts.inPayments : '',
    count: records === null ? '' : texts.count(records),
    'record-limit': recordLimit === null ? '' : texts.recordLimit(recordLimit),
    step:
      status === 'on'
        ? ''
        : status === 'incomplete'
          ? texts.incomplete(missingProperties + object.missingAssociations, turnOn)
          : texts.howOn(TURN_ON),
    unused:
      unusedRecords === null || unusedRecords === 0
        ? ''
        : texts.unused(unusedRecords, `${COMMAND} clean-up`),
  };
}

/** Whether the account keeps a record of each payment, and what is next. Only the terminal can change it. */
export function PaymentRecords({ check }: { readonly check: Check }) {
  const { setup } = useTexts();
  const texts = setup.paymentRecords;
  const status = check.isReadable ? check.status : isWithoutScopes(check) ? 'off' : null;
  const isKept = status === 'on' || status === 'incomplete';
  const lines = check.isReadable
    ? linesOf(check, texts)
    : status === null
      ? { step: setup.unreadable }
      : { step: texts.howOn(TURN_ON), scopes: texts.scopes(RUN_LOG_SCOPES.join(', ')) };
  return (
    <Tile testId="payment-records">
      <Flex direction="column" gap="small">
        <Flex direction="row" justify="between" align="center" wrap gap="small">
          <Heading>{texts.title}</Heading>
          {status !== null && (
            <StatusTag
              variant={status === 'on' ? 'success' : isKept ? 'warning' : 'default'}
              testId="payment-records-status"
            >
              {texts.statuses[isKept ? status : 'off']}
            </StatusTag>
          )}
        </Flex>
        {Object.entries(lines).map(
          ([name, line]) =>
            line !== '' && (
              <Text key={name} testId={`payment-records-${name}`}>
                {line}
              </Text>
            ),
        )}
        {!check.isReadable && status === null && <FailureDescription failure={check.error} />}
      </Flex>
    </Tile>
  );
}
