import type { PropertyOption } from '../properties/definition.ts';
import { propertiesIn } from '../properties/definitions.ts';
import { workflowTextsIn } from '../texts/function-texts.ts';
import type { Language } from '../texts/language.ts';
import { LANGUAGES } from '../texts/language.ts';
import {
  WORKFLOW_OUTPUTS,
  WORKFLOW_REASON,
  WORKFLOW_RESULT,
  WORKFLOW_RESULTS,
  WORKFLOW_TYPES,
} from './outputs.ts';

const FIELD_TYPES = {
  enumeration: 'select',
  number: 'number',
  string: 'text',
  datetime: 'date',
} as const;

function fieldOf(
  name: string,
  type: keyof typeof FIELD_TYPES,
  options: readonly PropertyOption[] = [],
): object {
  const shown = options.map(({ value, label }, displayOrder) => ({ value, label, displayOrder }));
  const base = { name, type, fieldType: FIELD_TYPES[type] };
  return { typeDefinition: type === 'enumeration' ? { ...base, options: shown } : base };
}

function outputFieldsIn(language: Language): readonly object[] {
  const { results } = workflowTextsIn(language);
  const options = new Map<string, readonly PropertyOption[]>(
    propertiesIn(language).map((each) => [each.name, each.options]),
  );
  return [
    fieldOf(
      WORKFLOW_RESULT,
      'enumeration',
      WORKFLOW_RESULTS.map((value) => ({ value, label: results[value] })),
    ),
    fieldOf(WORKFLOW_REASON, 'string'),
    ...Object.entries(WORKFLOW_OUTPUTS).map(([name, type]) =>
      fieldOf(name, type, options.get(name)),
    ),
  ];
}

function labelsIn(language: Language): object {
  const { actionName, actionDescription, actionCardContent, result, reason } =
    workflowTextsIn(language);
  const figures = propertiesIn(language).filter(({ name }) => name in WORKFLOW_OUTPUTS);
  return {
    actionName,
    actionDescription,
    actionCardContent,
    outputFieldLabels: {
      [WORKFLOW_RESULT]: result,
      [WORKFLOW_REASON]: reason,
      ...Object.fromEntries(figures.map(({ name, label }) => [name, label])),
    },
  };
}

/**
 * The workflow action "Sync Stripe payments", as HubSpot reads it from `app/workflow-actions`.
 * @param language of the options, which all users of the account share.
 */
export const workflowActionDeclaration = (actionUrl: string, language: Language): object => ({
  uid: 'sync-stripe-payments',
  type: 'workflow-action',
  config: {
    actionUrl,
    // An unpublished action is not in the editor.
    isPublished: true,
    supportedClients: [{ client: 'WORKFLOWS' }],
    objectTypes: Object.keys(WORKFLOW_TYPES),
    inputFields: [],
    outputFields: outputFieldsIn(language),
    labels: Object.fromEntries(LANGUAGES.map((each) => [each, labelsIn(each)])),
  },
});
