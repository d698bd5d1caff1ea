import type { RecordView } from '@stripe-payments/core';
import { MonthCharts } from '../figures/MonthCharts.tsx';
import { Customers } from '../matching/Customers.tsx';

/** What contacts and companies show besides: what came in by month, and from which customers. */
export function PeopleDetails({ view }: { readonly view: RecordView }) {
  return (
    <>
      <MonthCharts view={view} />
      <Customers view={view} />
    </>
  );
}
