import { z } from 'zod';
import { workflowActionSchema } from '../hubspot-workflows/run-step.ts';

/**
 * The shape of each component's `config`, as HubSpot documents it for 2026.09. The CLI fetches these and
 * checks the project by them. HubSpot's own were not to be had without an account: what they allow
 * beyond the documentation is refused here.
 */
const text = { type: 'string', minLength: 1 };
const texts = { type: 'array', items: text };
const urls = { type: 'array', items: { type: 'string', format: 'uri' } };

function strictObject(required: object, optional: object = {}): object {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

const entrypointOf = (folder: string, extension: string): object => ({
  type: 'string',
  pattern: `^/app/${folder}/.+\\.${extension}$`,
});

export const componentSchemas = {
  APPLICATION: strictObject(
    {
      name: text,
      description: text,
      distribution: { enum: ['private', 'marketplace'] },
      auth: strictObject(
        { type: { enum: ['static', 'oauth'] }, requiredScopes: texts },
        { optionalScopes: texts, conditionallyRequiredScopes: texts },
      ),
    },
    {
      permittedUrls: strictObject({}, { fetch: urls, iframe: urls, img: urls }),
      support: { type: 'object' },
      logo: text,
    },
  ),
  CARD: strictObject(
    {
      name: text,
      location: {
        enum: ['crm.record.tab', 'crm.record.sidebar', 'crm.preview', 'helpdesk.sidebar'],
      },
      entrypoint: entrypointOf('cards', '(?:tsx|jsx)'),
      objectTypes: texts,
    },
    {
      description: text,
      previewImage: strictObject({
        file: { type: 'string', pattern: '\\.(?:png|jpe?g|gif)$' },
        altText: text,
      }),
    },
  ),
  CRM_BULK_ACTION: strictObject({
    label: text,
    entrypoint: entrypointOf('actions', '(?:tsx|jsx)'),
    objectTypes: texts,
    displayMode: { enum: ['PANEL', 'MODAL'] },
    icon: text,
  }),
  PAGE: strictObject({ entrypoint: entrypointOf('pages', '(?:tsx|jsx)') }),
  APP_FUNCTION: strictObject(
    { entrypoint: entrypointOf('functions', 'js') },
    { secretKeys: texts, endpoint: strictObject({ path: text, methods: texts }) },
  ),
  WORKFLOW_ACTION: z.toJSONSchema(workflowActionSchema.shape.config),
};
