import { useExtensionContext } from '@hubspot/ui-extensions';
import type { RecordLink } from '@stripe-payments/core';
import { isolated, recordName, recordUrl } from '@stripe-payments/core';
import { Fragment } from 'react';
import { useTexts } from '../hooks/use-presentation.ts';
import { CheckedLink } from './CheckedLink.tsx';

interface RecordNamesProps {
  readonly records: readonly RecordLink[];
  /** What they are told beside; with a record's id it makes the id for tests, which must be unique. */
  readonly of: string;
}

/** Other records by name, each a way there. */
export function RecordNames({ records, of }: RecordNamesProps) {
  const { portal } = useExtensionContext<'crm.record.tab'>();
  const texts = useTexts();
  return (
    <>
      {records.map((record) => (
        <Fragment key={`${record.objectType}/${record.recordId}`}>
          {' '}
          <CheckedLink
            url={recordUrl(portal.id, record)}
            text={isolated(recordName(record, texts))}
            testId={`${of}-${record.recordId}`}
          />
        </Fragment>
      ))}
    </>
  );
}
