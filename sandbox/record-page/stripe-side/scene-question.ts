import { readAssociations, readRecord } from '../api/client.ts';
import type { RecordReference } from '../api/client.ts';
import type { SceneQuestion } from '../api/stripe-side-wire.ts';
import type { PropertyValues } from '../api/wire.ts';

/** HubSpot's limit of a page of associations that the dev server passes on. */
const mostContacts = 100;

function wordsIn(text: string | null | undefined): readonly string[] {
  return (text ?? '').split(/[\s,;]+/).filter((word) => word !== '');
}

const emailNames = ['email', 'hs_additional_emails'] as const;

const emailsIn = (properties: PropertyValues): readonly string[] =>
  emailNames.flatMap((name) => wordsIn(properties[name]));

async function contactEmails(company: RecordReference): Promise<readonly string[]> {
  const page = { limit: mostContacts };
  const { results } = await readAssociations(company, 'contacts', emailNames, page);
  return results.flatMap(({ properties }) => emailsIn(properties));
}

async function emailsOf(
  record: RecordReference,
  properties: PropertyValues,
): Promise<readonly string[]> {
  if (record.objectType === 'companies') return contactEmails(record);
  return emailsIn(properties);
}

/** Who may pay for the record: its linked customers, and those with its addresses or its contacts'. */
export async function sceneQuestionOf(record: RecordReference): Promise<SceneQuestion> {
  const names = record.objectType === 'contacts' ? emailNames : [];
  const { properties } = await readRecord(record, ['stripe_customer_id', ...names]);
  return {
    customerIds: wordsIn(properties['stripe_customer_id']),
    emails: await emailsOf(record, properties),
    record,
  };
}
