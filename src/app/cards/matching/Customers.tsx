import {
  Heading,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Tag,
} from '@hubspot/ui-extensions';
import type { RecordView } from '@stripe-payments/core';
import { dashboardUrl, reasonText } from '@stripe-payments/core';
import { CheckedLink, LongText, usePresentation } from '@stripe-payments/ui';
import { useState } from 'react';
import { pageOf, tablePaging } from '../tables/paging.ts';
import { customerName } from '../tables/payers.ts';

/** The record's Stripe customers, each with the reason. */
export function Customers({ view }: { readonly view: RecordView }) {
  const presentation = usePresentation();
  const { texts } = presentation;
  const { billing, links } = texts.card;
  const [wantedPage, setWantedPage] = useState(1);
  const page = pageOf(view.customers, wantedPage);
  if (view.customers.length === 0) return null;
  return (
    <>
      <Heading>{billing.customersTitle(view.customers.length)}</Heading>
      <Table bordered density="condensed" testId="customers" {...tablePaging(page, setWantedPage)}>
        <TableHead>
          <TableRow>
            <TableHeader>{links.name}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {page.items.map((customer) => (
            <TableRow key={customer.id}>
              <TableCell>
                <CheckedLink
                  url={dashboardUrl(view, 'customers', customer.id)}
                  text={customerName(customer, texts)}
                />
                {customer.isLinked && (
                  <Tag variant="success" inline>
                    {links.linked}
                  </Tag>
                )}
                <LongText text={reasonText(customer.reason, presentation)} variant="microcopy" />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </>
  );
}
