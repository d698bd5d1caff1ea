import {
  Flex,
  LoadingSpinner,
  Text,
  useCrmSearch,
  useExtensionContext,
} from '@hubspot/ui-extensions';
import type { CrmSearchResultItem } from '@hubspot/ui-extensions';
import type { ObjectType } from '@stripe-payments/core';
import { brief, knownText, recordUrl, TYPE_IDS } from '@stripe-payments/core';
import { CheckedLink, LongText, NAME_PROPERTIES } from '@stripe-payments/ui';
import { nameOf } from '../try-it/pickable-record.ts';
import { useTexts } from '../use-presentation.ts';

const REASON = 'stripe_sync_error';

/** So many are searched for, and so many are shown of one reason. */
const MAX_FOUND = 100;
const MAX_OF_REASON = 10;

const MAX_OF_DETAIL = 300;

/** Without the facts of one record, which are saved behind the sentence. */
const reasonOf = ({ properties }: CrmSearchResultItem): string =>
  (properties[REASON] ?? '').replace(/^(.+?\.) \(.*\)$/s, '$1');

interface FailedRecordsProps {
  readonly objectType: ObjectType;
  /** As the function counted them. */
  readonly count: number;
}

/**
 * The records of a type whose last sync failed, by the reason that is saved on them. They are found and named
 * by HubSpot for the reader, who sees what they may.
 */
export function FailedRecords({ objectType, count }: FailedRecordsProps) {
  const texts = useTexts();
  const { health, setup } = texts;
  const { results, error, isLoading } = useCrmSearch({
    objectType: TYPE_IDS[objectType],
    properties: [...NAME_PROPERTIES[objectType], REASON],
    filterGroups: [{ filters: [{ propertyName: REASON, operator: 'HAS_PROPERTY' }] }],
    pageLength: MAX_FOUND,
  });
  if (isLoading) return <LoadingSpinner label={health.readingFailures} showLabel size="sm" />;
  const reasons = [...new Set(results.map(reasonOf))];
  return (
    <Flex direction="column" gap="extra-small" testId={`failed-${objectType}`}>
      <Text>{`${knownText(setup.properties.objectTypes, objectType)}: ${String(count)}`}</Text>
      {error !== null && (
        <Text>{`${setup.tryIt.searchFailed}: ${brief(error.message, MAX_OF_DETAIL)}`}</Text>
      )}
      {error === null && results.length === 0 && <Text>{health.noneVisible}</Text>}
      {reasons.map((reason) => (
        <Flex key={reason} direction="column" gap="flush">
          <LongText text={reason} format={{ fontWeight: 'demibold' }} />
          <RecordLinks
            records={results
              .filter((found) => reasonOf(found) === reason)
              .map((found) => ({
                objectType,
                recordId: String(found.objectId),
                name: nameOf(objectType, found, texts),
              }))}
          />
        </Flex>
      ))}
      {results.length > 0 && count > results.length && (
        <Text>{health.more(count - results.length)}</Text>
      )}
    </Flex>
  );
}

interface RecordLinksProps {
  readonly records: readonly {
    readonly objectType: ObjectType;
    readonly recordId: string;
    readonly name: string;
  }[];
}

/** Links to records, a bounded number of them. */
export function RecordLinks({ records }: RecordLinksProps) {
  const { health: texts } = useTexts();
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
      {hidden > 0 && <Text inline>{texts.more(hidden)}</Text>}
    </Flex>
  );
}
