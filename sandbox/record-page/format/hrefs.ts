/** Addresses within the page: `#/contacts` is a list, `#/contacts/8001` a record. */
export const listHref = (objectType: string): string => `#/${objectType}`;

export const recordHref = ({
  objectType,
  id,
}: {
  readonly objectType: string;
  readonly id: string;
}): string => `#/${objectType}/${encodeURIComponent(id)}`;
