import { Flex, Text, useExtensionContext } from '@hubspot/ui-extensions';
import type { ObjectType } from '@stripe-payments/core';
import { recordUrl } from '@stripe-payments/core';
import { CheckedLink } from './CheckedLink.tsx';

/** So many of one reason are shown. */
const MAX_OF_REASON = 10;

interface RecordLinksProps {
  readonly records: readonly {
    readonly objectType: ObjectType;
    readonly recordId: string;
    readonly name: string;
  }[];
  /** Says how many are not shown. */
  readonly more: (count: number) => string;
}

/** Links to records, a bounded number of them. */
export function RecordLinks({ records, more }: RecordLinksProps) {
  const { id: portalId } = useExtensionContext<'pages'>().portal;
  const hidden = records.length - MAX_OF_REASON;
  return (
    <Flex direction="row" wrap gap="small">
      {records.slice(0, MAX_OF_REASON).map(({ objectType, recordId, name }) => (
        <CheckedLink
          key={recordId}
          url={recordUrl(portalId, { objectType, recordId })}
          text={name}
        />
      ))}
      {hidden > 0 && <Text inline>{more(hidden)}</Text>}
    </Flex>
  );
}
