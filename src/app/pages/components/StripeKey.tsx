import {
  Accordion,
  Alert,
  DescriptionList,
  DescriptionListItem,
  Flex,
  Tag,
  Text,
} from '@hubspot/ui-extensions';
import type { StripeKeyCheck } from '@stripe-payments/core';
import { useTexts } from '../hooks/use-presentation.ts';
import { KeyGuide } from './KeyGuide.tsx';
import { Permissions } from './Permissions.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';

type Usable = Extract<StripeKeyCheck, { readonly status: 'usable' }>;

function KeyFacts({ check }: { readonly check: Usable }) {
  const { setup } = useTexts();
  const words = setup.stripeKey;
  const { kind, mode, permissions } = check;
  const present = permissions.filter(({ status }) => status === 'present').length;
  return (
    <DescriptionList direction="row">
      <DescriptionListItem label={words.kind}>
        <Text>{words.kinds[kind]}</Text>
      </DescriptionListItem>
      <DescriptionListItem label={words.mode}>
        <Tag variant={mode === 'live' ? 'success' : 'info'}>{setup.modes[mode]}</Tag>
      </DescriptionListItem>
      <DescriptionListItem label={words.permissions}>
        <Text>{words.permissionsOf(present, permissions.length)}</Text>
      </DescriptionListItem>
    </DescriptionList>
  );
}

function UsableKey({ check }: { readonly check: Usable }) {
  const { setup } = useTexts();
  const words = setup.stripeKey;
  const wanting = check.permissions.filter(({ status }) => status !== 'present');
  return (
    <Flex direction="column" gap="small">
      <KeyFacts check={check} />
      {check.kind === 'full' && (
        <Alert title={words.fullTitle} variant="warning" testId="full-key">
          <Text>{words.full}</Text>
        </Alert>
      )}
      {wanting.length > 0 && (
        <Alert title={words.missingTitle} variant="warning" testId="missing-permissions">
          <Permissions permissions={wanting} />
        </Alert>
      )}
      {check.kind === 'restricted' && (
        <Accordion title={words.permissions} size="sm" defaultOpen={false}>
          <Permissions permissions={check.permissions} />
        </Accordion>
      )}
      <KeyGuide mode={check.mode} isOpen={wanting.length > 0} />
    </Flex>
  );
}

/** The key: what kind it is and what it may do, and how to make one that is right. */
export function StripeKey({ check }: { readonly check: StripeKeyCheck }) {
  const { setup } = useTexts();
  if (check.status === 'usable') return <UsableKey check={check} />;
  return (
    <Flex direction="column" gap="small">
      <ProblemAlert title={setup.parts.stripeKey} error={check.error} testId="key-problem" />
      <KeyGuide mode={null} isOpen />
    </Flex>
  );
}
