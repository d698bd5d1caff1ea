import { Link, useExtensionContext } from '@hubspot/ui-extensions';
import type { RecordLink } from '@stripe-payments/core';
import { recordName, recordUrl } from '@stripe-payments/core';
import { Fragment } from 'react';
import { useTexts } from '../hooks/use-presentation.ts';

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
          <Link
            href={{ url: recordUrl(portal.id, record), external: true }}
            testId={`${of}-${record.recordId}`}
          >
            {recordName(record, texts)}
          </Link>
        </Fragment>
      ))}
    </>
  );
}
