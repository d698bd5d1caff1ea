import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PropertyDefinition } from '@stripe-payments/core';
import { confirmationPropertyIn, OBJECT_TYPES, propertiesIn } from '@stripe-payments/core';
import { format, resolveConfig } from 'prettier';

export const PROPERTIES_DOC = path.resolve(import.meta.dirname, '../docs/properties.md');

/** More options than this are described, not listed: the currencies. */
const MAX_LISTED_OPTIONS = 20;

function typeText({ type, options, currencyPropertyName }: PropertyDefinition): string {
  if (currencyPropertyName !== undefined) return `number, currency by \`${currencyPropertyName}\``;
  if (type === 'bool') return 'yes or no';
  if (type !== 'enumeration') return type === 'string' ? 'text' : type;
  if (options.length > MAX_LISTED_OPTIONS) return 'enumeration of ISO currency codes';
  return `enumeration: ${options.map(({ value }) => `\`${value}\``).join(', ')}`;
}

/** A table cell: a pipe would end it. */
const cell = (text: string): string => text.replaceAll('|', String.raw`\|`).replaceAll('\n', ' ');

const PLURALS = { deal: 'deals', contact: 'contacts', company: 'companies' } as const;

function noteOf({ name, isEditable }: PropertyDefinition): string {
  if (isEditable) return ' (editable)';
  const having = OBJECT_TYPES.filter((type) =>
    propertiesIn('en', type).some((other) => other.name === name),
  );
  if (having.length === OBJECT_TYPES.length) return '';
  return ` (${having.map((type) => PLURALS[type]).join(', ')})`;
}

const rowOf = (definition: PropertyDefinition): string =>
  `| \`${definition.name}\`${noteOf(definition)} | ${cell(definition.label)} | ${cell(typeText(definition))} | ${cell(definition.description)} |`;

/** The public contract as a document, made from the same list as the properties in HubSpot. */
export async function propertiesDocument(): Promise<string> {
  const text = `# Properties

Made by \`npm run docs:properties\` from \`src/app/packages/core/src/properties\`; do not edit it by hand.

The app creates these properties on deals, contacts and companies, in the group "Stripe payments"
(\`stripe_payments\`). Names are a public contract: none is ever renamed. Amounts are decimal numbers in major
units with the currency's own decimals; a property without a value is empty, never zero by default. Where
types of records stand in brackets, the property exists on these alone. Users may edit the properties marked editable; the app writes all others and
overwrites nothing else.

| Name | Label | Type | Meaning |
| --- | --- | --- | --- |
${propertiesIn('en').map(rowOf).join('\n')}

Where actions are turned on (\`npm run actions\`), setup creates one more on deals and contacts. No sync reads or writes it.

| Name | Label | Type | Meaning |
| --- | --- | --- | --- |
${rowOf(confirmationPropertyIn('en'))}
`;
  return format(text, { ...(await resolveConfig(PROPERTIES_DOC)), parser: 'markdown' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(PROPERTIES_DOC, await propertiesDocument());
}
