import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { actingDeclarations } from '@stripe-payments/core';
import { z } from 'zod';

/** Folders of this project, absolute. */
export const ROOT = path.resolve(import.meta.dirname, '../..');
export const APP = path.join(ROOT, 'src/app');
export const ACTIONS = path.join(APP, 'actions');
export const CARDS = path.join(APP, 'cards');
export const PAGES = path.join(APP, 'pages');
export const FUNCTIONS = path.join(APP, 'functions');
export const OUTPUT = path.join(ROOT, 'dist');
/** Bundles that are not uploaded. */
export const UNDECLARED_FUNCTIONS = path.join(OUTPUT, 'functions');

const cardSchema = z.object({
  uid: z.string(),
  type: z.literal('card'),
  config: z.object({
    name: z.string(),
    location: z.string(),
    entrypoint: z.string(),
    objectTypes: z.array(z.string()),
  }),
});

const pageSchema = z.object({
  uid: z.string(),
  type: z.literal('page'),
  config: z.object({ entrypoint: z.string() }),
});

const actionSchema = z.object({
  uid: z.string(),
  type: z.literal('crm-bulk-action'),
  config: z.object({ label: z.string(), entrypoint: z.string(), objectTypes: z.array(z.string()) }),
});

const functionSchema = z.object({
  uid: z.string(),
  type: z.literal('app-function'),
  config: z.object({ entrypoint: z.string(), secretKeys: z.array(z.string()) }),
});

const appSchema = z.object({ config: z.object({ name: z.string() }) });

export type CardMeta = z.infer<typeof cardSchema>;
export type PageMeta = z.infer<typeof pageSchema>;
export type ActionMeta = z.infer<typeof actionSchema>;
export type FunctionMeta = z.infer<typeof functionSchema>;

function readMetas<T>(folder: string, schema: z.ZodType<T>): readonly T[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('-hsmeta.json'))
    .sort()
    .map((name) => schema.parse(JSON.parse(readFileSync(path.join(folder, name), 'utf8'))));
}

/** What the project declares, as HubSpot reads it. */
export const cardMetas = (): readonly CardMeta[] => readMetas(CARDS, cardSchema);
export const pageMetas = (): readonly PageMeta[] => readMetas(PAGES, pageSchema);
export const actionMetas = (): readonly ActionMeta[] => readMetas(ACTIONS, actionSchema);
export const functionMetas = (): readonly FunctionMeta[] => readMetas(FUNCTIONS, functionSchema);

const declaredOnDemand = <T>(folder: string, schema: z.ZodType<T>): readonly T[] =>
  Object.entries(actingDeclarations())
    .filter(([file]) => path.dirname(path.join(ROOT, file)) === folder)
    .filter(([file]) => !existsSync(path.join(ROOT, file)))
    .map(([, declaration]) => schema.parse(declaration));

/** What `npm run actions` would declare, where it has not: for tests and the demo. */
export const undeclaredCardMetas = (): readonly CardMeta[] => declaredOnDemand(CARDS, cardSchema);
export const undeclaredFunctionMetas = (): readonly FunctionMeta[] =>
  declaredOnDemand(FUNCTIONS, functionSchema);

export function appName(): string {
  const text = readFileSync(path.join(APP, 'app-hsmeta.json'), 'utf8');
  return appSchema.parse(JSON.parse(text)).config.name;
}
