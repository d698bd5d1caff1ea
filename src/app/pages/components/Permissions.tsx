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
import { isRequiredPermission, keyPermission, PERMISSION_NAMES } from '@stripe-payments/core';
import { useTexts } from '../hooks/use-presentation.ts';

const VARIANTS = { present: 'success', missing: 'danger', unknown: 'warning' } as const;

function Permission({ check }: { readonly check: PermissionCheck }) {
  const words = useTexts().setup.stripeKey;
  const { permission, status, detail } = check;
  const isOptional = !isRequiredPermission(permission);
  return (
    <TableRow>
      <TableCell>
        <Flex direction="column">
          <Text format={{ fontWeight: 'demibold' }}>{PERMISSION_NAMES[permission]}</Text>
          <Text variant="microcopy">
            {isOptional
              ? `${keyPermission(permission)}, ${words.optional}`
              : keyPermission(permission)}
          </Text>
        </Flex>
      </TableCell>
      <TableCell>
        <StatusTag variant={isOptional && status === 'missing' ? 'warning' : VARIANTS[status]}>
          {words.statuses[status]}
        </StatusTag>
      </TableCell>
      <TableCell>
        <Flex direction="column">
          <Text>{words.without[permission]}</Text>
          {status === 'unknown' && detail !== undefined && (
            <Text variant="microcopy">{detail}</Text>
          )}
        </Flex>
      </TableCell>
    </TableRow>
  );
}

/** Each permission by the name that Stripe's key page has for it, and what it is for. */
export function Permissions({ permissions }: { readonly permissions: readonly PermissionCheck[] }) {
  const words = useTexts().setup.stripeKey;
  return (
    <Table bordered density="condensed" testId="permissions">
      <TableHead>
        <TableRow>
          <TableHeader>{words.permission}</TableHeader>
          <TableHeader width="min">{words.status}</TableHeader>
          <TableHeader>{words.consequence}</TableHeader>
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
