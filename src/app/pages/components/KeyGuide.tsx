import { Accordion, Flex, List, Text } from '@hubspot/ui-extensions';
import {
  createKeyUrl,
  isRequiredPermission,
  PERMISSION_NAMES,
  STRIPE_PERMISSIONS,
} from '@stripe-payments/core';
import { useTexts } from '../hooks/use-presentation.ts';
import { CheckedLink } from './CheckedLink.tsx';

interface KeyGuideProps {
  /** Null where there is no key that says: then either could be wanted. */
  readonly mode: 'live' | 'test' | null;
  readonly isOpen: boolean;
}

/** How to make a key that is right: a link that chooses beforehand, and the same in words. */
export function KeyGuide({ mode, isOpen }: KeyGuideProps) {
  const words = useTexts().setup.stripeKey;
  return (
    <Accordion title={words.howToTitle} size="sm" defaultOpen={isOpen}>
      <Flex direction="column" gap="small">
        <Flex direction="row" wrap gap="medium">
          {mode !== 'test' && <CheckedLink url={createKeyUrl('live')} text={words.createLive} />}
          {mode !== 'live' && <CheckedLink url={createKeyUrl('test')} text={words.createTest} />}
        </Flex>
        <Text>{words.linkNote}</Text>
        <List variant="unordered-styled">
          {STRIPE_PERMISSIONS.map((permission) => (
            <Text key={permission}>
              {isRequiredPermission(permission)
                ? PERMISSION_NAMES[permission]
                : `${PERMISSION_NAMES[permission]} (${words.optional})`}
            </Text>
          ))}
        </List>
        <Text>{words.writeNote}</Text>
        <Text>{words.thenSecret}</Text>
      </Flex>
    </Accordion>
  );
}
