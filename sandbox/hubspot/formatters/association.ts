import type { ObjectTypeName } from '../entities.ts';
import type { AssociatedRecord } from '../store/association-store.ts';

export interface WireAssociation {
  readonly toObjectId: number;
  readonly associationTypes: readonly {
    readonly category: 'HUBSPOT_DEFINED';
    readonly typeId: number;
    readonly label: string | null;
  }[];
}

/** v4 sends the id as a JSON number, although the client's types say string. */
export const formatAssociation = ({ id, types }: AssociatedRecord): WireAssociation => ({
  toObjectId: Number(id),
  associationTypes: types.map(({ typeId, label }) => ({
    category: 'HUBSPOT_DEFINED',
    typeId,
    label,
  })),
});

export interface WireRecordAssociations {
  readonly results: readonly { readonly id: string; readonly type: string }[];
  readonly paging?: { readonly next: { readonly after: string; readonly link: string } };
}

/** A record read with `associations` carries at most these many rows of each type. */
const MOST_ROWS = 100;

/** The v3 form beside a record: one row for each label. */
export function formatRecordAssociations(
  fromType: ObjectTypeName,
  fromId: string,
  toType: ObjectTypeName,
  associated: readonly AssociatedRecord[],
): WireRecordAssociations {
  const rows = associated.flatMap(({ id, types }) =>
    types.map(({ v3Name }) => ({ id, type: v3Name })),
  );
  const results = rows.slice(0, MOST_ROWS);
  const next = rows[MOST_ROWS];
  if (next === undefined) return { results };
  const path = `/crm/v3/objects/${fromType}/${fromId}/associations/${toType}`;
  const link = `https://api.hubapi.com${path}?after=${next.id}`;
  return { results, paging: { next: { after: next.id, link } } };
}
