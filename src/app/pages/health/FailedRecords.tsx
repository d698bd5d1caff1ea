import { Flex, LoadingSpinner, Text, useCrmSearch } from '@hubspot/ui-extensions';
import type { CrmSearchResultItem } from '@hubspot/ui-extensions';
import type { ObjectType, SetupTexts } from '@stripe-payments/core';
import { brief, knownText, savedFailureMessage, TYPE_IDS } from '@stripe-payments/core';
import { LongText, NAME_PROPERTIES, RecordLinks } from '@stripe-payments/ui';
import { nameOf } from '../try-it/pickable-record.ts';
import { useTexts } from '../use-presentation.ts';

const REASON = 'stripe_sync_error';

/** So many are searched for. */
const MAX_FOUND = 100;

const MAX_OF_DETAIL = 300;

const reasonOf = ({ properties }: CrmSearchResultItem, texts: SetupTexts): string =>
  savedFailureMessage(properties[REASON] ?? '', texts);

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
  const reasons = [...new Set(results.map((found) => reasonOf(found, texts)))];
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
              .filter((found) => reasonOf(found, texts) === reason)
              .map((found) => ({
                objectType,
                recordId: String(found.objectId),
                name: nameOf(objectType, found, texts),
              }))}
            more={health.catchUp.more}
          />
        </Flex>
      ))}
      {results.length > 0 && count > results.length && (
        <Text>{health.catchUp.more(count - results.length)}</Text>
      )}
    </Flex>
  );
}
