export { applySetup } from './use-cases/setup/apply-setup.ts';
export { checkHealth } from './use-cases/setup/check-health.ts';
export { checkSetup } from './use-cases/setup/check-setup.ts';
export type { RemovedProperties } from './use-cases/setup/remove-properties.ts';
export { removeProperties } from './use-cases/setup/remove-properties.ts';
export type { AdoptPorts, LinkSource } from './use-cases/adopt/adopt-ports.ts';
export type { AdoptionDone, AdoptionPlan } from './use-cases/adopt/adopt-links.ts';
export { adoptLinks, planAdoption } from './use-cases/adopt/adopt-links.ts';
export type { FoundSources } from './use-cases/adopt/find-sources.ts';
export { findSources } from './use-cases/adopt/find-sources.ts';
export type { WebhookPlan } from './use-cases/setup/register-webhook.ts';
export { planWebhook, registerWebhook } from './use-cases/setup/register-webhook.ts';
export type {
  ChargeCount,
  KeptInPayments,
  PaymentObject,
  PaymentTrial,
  SetupPorts,
} from './use-cases/setup/setup-ports.ts';
export { webhookUrl } from './stripe/webhook-endpoints.ts';
export { wireAdoption, wireSetup, wireWebhook } from './wire-setup.ts';
