import { useExtensionContext } from '@hubspot/ui-extensions';
import type { RecordLink } from '@stripe-payments/core';
import { isolated, recordName, recordUrl } from '@stripe-payments/core';
import { CheckedLink, usePresentation } from '@stripe-payments/ui';
import { Fragment } from 'react';

interface RecordNamesProps {
  readonly records: readonly RecordLink[];
  /** Prefix of the test ids, which must be unique on the card. */
  readonly of: string;
}

/** Other records by the name that the reader may see, else by their id, each with a link. */
export function RecordNames({ records, of }: RecordNamesProps) {
  const { portal } = useExtensionContext<'crm.record.tab'>();
  const presentation = usePresentation();
  return (
    <>
      {records.map((record, place) => (
        <Fragment key={`${record.objectType}/${record.recordId}`}>
          {place === 0 ? ' ' : ', '}
          <CheckedLink
            url={recordUrl(portal.id, record)}
            text={isolated(recordName(record, presentation))}
            testId={`${of}-${record.recordId}`}
          />
        </Fragment>
      ))}
    </>
  );
}
