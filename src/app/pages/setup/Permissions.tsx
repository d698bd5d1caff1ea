import {
  Flex,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { PermissionCheck } from '@stripe-payments/core';
import {
  brief,
  isRequiredPermission,
  keyPermission,
  knownText,
  PERMISSION_NAMES,
} from '@stripe-payments/core';
import { useTexts } from '../use-presentation.ts';

/** Stripe's own words about one permission. */
const MAX_OF_DETAIL = 300;

/** For a permission that could not be tested, and for one that a newer function added. */
function variantOf({ permission, status }: PermissionCheck): 'success' | 'warning' | 'danger' {
  if (status === 'present') return 'success';
  return status === 'missing' && isRequiredPermission(permission) ? 'danger' : 'warning';
}

function Permission({ check }: { readonly check: PermissionCheck }) {
  const texts = useTexts().setup.stripeKey;
  const { permission, status, detail } = check;
  const isOptional = !isRequiredPermission(permission);
  return (
    <TableRow>
      <TableCell>
        <Flex direction="column">
          <Text format={{ fontWeight: 'demibold' }}>{knownText(PERMISSION_NAMES, permission)}</Text>
          <Text variant="microcopy">
            {isOptional
              ? `${keyPermission(permission)}, ${texts.optional}`
              : keyPermission(permission)}
          </Text>
        </Flex>
      </TableCell>
      <TableCell>
        <StatusTag variant={variantOf(check)}>{knownText(texts.statuses, status)}</StatusTag>
      </TableCell>
      <TableCell>
        <Flex direction="column">
          {Object.hasOwn(texts.without, permission) && <Text>{texts.without[permission]}</Text>}
          {status !== 'present' && detail !== undefined && (
            <Text variant="microcopy">{brief(detail, MAX_OF_DETAIL)}</Text>
          )}
        </Flex>
      </TableCell>
    </TableRow>
  );
}

interface PermissionsProps {
  readonly permissions: readonly PermissionCheck[];
  readonly testId: string;
}

/** Each permission by the name that Stripe's key page has for it, and what it is for. */
export function Permissions({ permissions, testId }: PermissionsProps) {
  const texts = useTexts().setup.stripeKey;
  return (
    <Table bordered density="condensed" testId={testId}>
      <TableHead>
        <TableRow>
          <TableHeader>{texts.permission}</TableHeader>
          <TableHeader width="min">{texts.status}</TableHeader>
          <TableHeader>{texts.consequence}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {permissions.map((check) => (
          <Permission key={check.permission} check={check} />
        ))}
      </TableBody>
    </Table>
  );
}
