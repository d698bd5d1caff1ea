import type { HubSpotAccount } from '../model/entities.ts';
import type { StandardProperty } from './define.ts';
import {
  currencyOptions,
  BOOLEAN,
  CALCULATED,
  READ_ONLY,
  optionsOf,
  recordProperties,
  standard,
} from './define.ts';

const INFORMATION = 'dealinformation';
const ACTIVITY = 'deal_activity';
const REVENUE = 'deal_revenue';

export const DEAL_GROUPS: Readonly<Record<string, string>> = {
  [INFORMATION]: 'Deal information',
  [ACTIVITY]: 'Deal activity',
  [REVENUE]: 'Deal revenue',
};

/** The pipeline and the stages of a new account. */
const PIPELINES = ['default'];
export const DEAL_STAGES: Readonly<Record<string, string>> = {
  appointmentscheduled: 'Appointment Scheduled',
  qualifiedtobuy: 'Qualified To Buy',
  presentationscheduled: 'Presentation Scheduled',
  decisionmakerboughtin: 'Decision Maker Bought-In',
  contractsent: 'Contract Sent',
  closedwon: 'Closed Won',
  closedlost: 'Closed Lost',
};

const MONEY = { showCurrencySymbol: true, currencyPropertyName: 'deal_currency_code' } as const;

/** `createdate` can be written on deals, to import history, and on no other object. */
export const dealProperties = (account: HubSpotAccount): readonly StandardProperty[] => [
  ...recordProperties(INFORMATION),
  standard(INFORMATION, 'dealname', 'Deal Name', 'string'),
  standard(INFORMATION, 'amount', 'Amount', 'number', MONEY),
  standard(INFORMATION, 'deal_currency_code', 'Currency', 'enumeration', {
    options: currencyOptions(account),
  }),
  standard(INFORMATION, 'amount_in_home_currency', 'Amount in company currency', 'number', {
    ...CALCULATED,
    showCurrencySymbol: true,
  }),
  standard(ACTIVITY, 'dealstage', 'Deal Stage', 'enumeration', {
    fieldType: 'radio',
    externalOptions: true,
    externalValues: Object.keys(DEAL_STAGES),
  }),
  standard(ACTIVITY, 'pipeline', 'Pipeline', 'enumeration', {
    externalOptions: true,
    externalValues: PIPELINES,
  }),
  standard(ACTIVITY, 'closedate', 'Close Date', 'datetime'),
  standard(ACTIVITY, 'createdate', 'Create Date', 'datetime'),
  standard(INFORMATION, 'hs_createdate', 'HubSpot Create Date', 'datetime', READ_ONLY),
  standard(ACTIVITY, 'hs_lastmodifieddate', 'Last Modified Date', 'datetime', READ_ONLY),
  standard(INFORMATION, 'dealtype', 'Deal Type', 'enumeration', {
    fieldType: 'radio',
    options: optionsOf({ newbusiness: 'New Business', existingbusiness: 'Existing Business' }),
  }),
  standard(INFORMATION, 'description', 'Deal Description', 'string', { fieldType: 'textarea' }),
  standard(INFORMATION, 'hs_priority', 'Priority', 'enumeration', {
    options: optionsOf({ low: 'Low', medium: 'Medium', high: 'High' }),
  }),
  standard(INFORMATION, 'hs_next_step', 'Next step', 'string'),
  standard(INFORMATION, 'closed_lost_reason', 'Closed Lost Reason', 'string', {
    fieldType: 'textarea',
  }),
  standard(INFORMATION, 'closed_won_reason', 'Closed Won Reason', 'string', {
    fieldType: 'textarea',
  }),
  standard(REVENUE, 'hs_acv', 'Annual contract value', 'number', MONEY),
  standard(REVENUE, 'hs_arr', 'Annual recurring revenue', 'number', MONEY),
  standard(REVENUE, 'hs_mrr', 'Monthly recurring revenue', 'number', MONEY),
  standard(REVENUE, 'hs_tcv', 'Total contract value', 'number', MONEY),
  standard(REVENUE, 'hs_forecast_amount', 'Forecast amount', 'number', CALCULATED),
  standard(INFORMATION, 'hs_deal_stage_probability', 'Deal probability', 'number', CALCULATED),
  standard(INFORMATION, 'hs_is_closed', 'Is Deal Closed?', 'bool', { ...CALCULATED, ...BOOLEAN }),
  standard(INFORMATION, 'hs_is_closed_won', 'Is Closed Won', 'bool', { ...CALCULATED, ...BOOLEAN }),
  standard(INFORMATION, 'days_to_close', 'Days to close', 'number', CALCULATED),
  standard(INFORMATION, 'num_associated_contacts', 'Number of Contacts', 'number', CALCULATED),
  standard(ACTIVITY, 'notes_last_updated', 'Last Activity Date', 'datetime', READ_ONLY),
];
