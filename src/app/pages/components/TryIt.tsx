import {
  Flex,
  Heading,
  SearchInput,
  Text,
  Tile,
  ToggleGroup,
  useDebounce,
} from '@hubspot/ui-extensions';
import type { ObjectType, SetupReport } from '@stripe-payments/core';
import { OBJECT_TYPES } from '@stripe-payments/core';
import { useState } from 'react';
import { usePreview } from '../hooks/use-preview.ts';
import { useTexts } from '../hooks/use-presentation.ts';
import { PickRecord } from './PickRecord.tsx';
import { Preview } from './Preview.tsx';

const isObjectType = (value: unknown): value is ObjectType =>
  OBJECT_TYPES.some((objectType) => objectType === value);

/** Before the properties exist, what a sync would write can be seen all the same. */
function isSetUp({ properties }: SetupReport): boolean {
  return (
    properties.isReadable &&
    properties.objects.every(({ states }) =>
      states.every(({ status }) => status !== 'missing' && status !== 'archived'),
    )
  );
}

/** Pick a record, and see the dry run of its sync. */
export function TryIt({ report }: { readonly report: SetupReport }) {
  const words = useTexts().setup.tryIt;
  const [objectType, setObjectType] = useState<ObjectType>('deal');
  const [typed, setTyped] = useState('');
  const query = useDebounce(typed.trim());
  const preview = usePreview();
  return (
    <Tile testId="try-it">
      <Flex direction="column" gap="small">
        <Heading>{words.title}</Heading>
        <Text>{words.intro}</Text>
        <ToggleGroup
          name="object-type"
          label={words.objectType}
          toggleType="radioButtonList"
          inline
          value={objectType}
          options={OBJECT_TYPES.map((value) => ({ value, label: words.objectTypes[value] }))}
          onChange={(value) => {
            if (isObjectType(value)) setObjectType(value);
          }}
          testId="object-type"
        />
        <SearchInput
          name="record-search"
          label={words.search}
          value={typed}
          onInput={setTyped}
          testId="record-search"
        />
        <PickRecord objectType={objectType} query={query} onPick={preview.run} />
        <Preview state={preview.state} isSetUp={isSetUp(report)} />
      </Flex>
    </Tile>
  );
}
