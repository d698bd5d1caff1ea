import {
  Accordion,
  Alert,
  DescriptionList,
  DescriptionListItem,
  Flex,
  List,
  Tag,
  Text,
} from '@hubspot/ui-extensions';
import type { PermissionCheck, StripeKeyCheck } from '@stripe-payments/core';
import {
  createKeyUrl,
  isRequiredPermission,
  knownText,
  PERMISSION_NAMES,
  failureTitle,
  STRIPE_PERMISSIONS,
} from '@stripe-payments/core';
import { CheckedLink } from '@stripe-payments/ui';
import { FailureAlert } from '../failures.tsx';
import { Permissions } from './Permissions.tsx';
import { useTexts } from '../use-presentation.ts';

type Usable = Extract<StripeKeyCheck, { readonly status: 'usable' }>;

function KeyFacts({ check }: { readonly check: Usable }) {
  const { setup } = useTexts();
  const texts = setup.stripeKey;
  const { kind, mode, permissions } = check;
  const present = permissions.filter(({ status }) => status === 'present').length;
  return (
    <DescriptionList direction="row">
      <DescriptionListItem label={texts.kind}>
        <Text testId="key-kind">{knownText(texts.kinds, kind)}</Text>
      </DescriptionListItem>
      <DescriptionListItem label={texts.mode}>
        <Tag variant={mode === 'live' ? 'success' : 'info'} testId="key-mode">
          {knownText(setup.modes, mode)}
        </Tag>
      </DescriptionListItem>
      <DescriptionListItem label={texts.permissions}>
        <Text testId="permission-count">{texts.permissionsOf(present, permissions.length)}</Text>
      </DescriptionListItem>
    </DescriptionList>
  );
}

/** Missing permissions, and separately those that could not be tested. */
function Wanting({ permissions }: { readonly permissions: readonly PermissionCheck[] }) {
  const texts = useTexts().setup.stripeKey;
  const missing = permissions.filter(({ status }) => status === 'missing');
  const untested = permissions.filter(({ status }) => status !== 'missing' && status !== 'present');
  const isBlocking = missing.some(({ permission }) => isRequiredPermission(permission));
  return (
    <>
      {missing.length > 0 && (
        <Alert
          title={texts.missingTitle}
          variant={isBlocking ? 'danger' : 'warning'}
          testId="missing-permissions"
        >
          <Text>{texts.missingStep}</Text>
          <Permissions permissions={missing} testId="missing-permission-table" />
        </Alert>
      )}
      {untested.length > 0 && (
        <Alert title={texts.untestedTitle} variant="warning" testId="untested-permissions">
          <Text>{texts.untestedStep}</Text>
          <Permissions permissions={untested} testId="untested-permission-table" />
        </Alert>
      )}
    </>
  );
}

function UsableKey({ check }: { readonly check: Usable }) {
  const { setup } = useTexts();
  const texts = setup.stripeKey;
  const isLacking = check.permissions.some(({ status }) => status === 'missing');
  return (
    <Flex direction="column" gap="small">
      <KeyFacts check={check} />
      {check.kind === 'full' && (
        <Alert title={texts.fullTitle} variant="warning" testId="full-key">
          <Text>{texts.full}</Text>
        </Alert>
      )}
      <Wanting permissions={check.permissions} />
      {check.kind === 'restricted' && (
        <Accordion title={texts.permissions} size="sm" defaultOpen={false}>
          <Permissions permissions={check.permissions} testId="permissions" />
        </Accordion>
      )}
      <KeyGuide mode={check.mode} isOpen={isLacking} />
    </Flex>
  );
}

/** The key: what kind it is and what it may do, and how to make one that is right. */
export function StripeKey({ check }: { readonly check: StripeKeyCheck }) {
  const texts = useTexts();
  if (check.status === 'usable') return <UsableKey check={check} />;
  const { error } = check;
  return (
    <Flex direction="column" gap="small">
      <FailureAlert
        title={failureTitle(error.code, texts)}
        failures={[error]}
        testId="key-problem"
      />
      <KeyGuide mode={null} isOpen />
    </Flex>
  );
}

interface KeyGuideProps {
  /** Null where there is no key that says: then either could be wanted. */
  readonly mode: 'live' | 'test' | null;
  readonly isOpen: boolean;
}

/** How to create the right key: a link with the permissions preselected, and their list. */
function KeyGuide({ mode, isOpen }: KeyGuideProps) {
  const texts = useTexts().setup.stripeKey;
  return (
    <Accordion title={texts.howToTitle} size="sm" defaultOpen={isOpen}>
      <Flex direction="column" gap="small">
        <Flex direction="row" wrap gap="medium">
          {mode !== 'test' && <CheckedLink url={createKeyUrl('live')} text={texts.createLive} />}
          {mode !== 'live' && <CheckedLink url={createKeyUrl('test')} text={texts.createTest} />}
        </Flex>
        <Text>{texts.linkNote}</Text>
        <List variant="unordered-styled">
          {STRIPE_PERMISSIONS.map((permission) => (
            <Text key={permission}>
              {isRequiredPermission(permission)
                ? PERMISSION_NAMES[permission]
                : `${PERMISSION_NAMES[permission]} (${texts.optional})`}
            </Text>
          ))}
        </List>
        <Text>{texts.writeNote}</Text>
        <Text>{texts.thenSecret}</Text>
      </Flex>
    </Accordion>
  );
}
