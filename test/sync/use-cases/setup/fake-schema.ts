import type { ExistingProperties, ObjectType, PropertyInput } from '@stripe-payments/core';
import { OBJECT_TYPES, PROPERTY_GROUP } from '@stripe-payments/core';
import type { PropertySchema } from '../../../../src/app/packages/sync/src/use-cases/setup/setup-ports.ts';
import { SyncError } from '../../../../src/app/packages/sync/src/sync-error.ts';
import type { Restores } from '../../../builders/hubspot-schema.ts';
import { withArchived, withCreated, withPatched } from '../../../builders/hubspot-schema.ts';

/** The properties of all object types. */
export type Accounts = Readonly<Record<ObjectType, ExistingProperties>>;

export interface SchemaCall {
  readonly method: keyof PropertySchema;
  readonly objectType: ObjectType;
  /** What it is about; empty for what is about the whole object type. */
  readonly names: readonly string[];
}

/** How HubSpot behaves where it was seen to behave in more than one way, and what it refuses. */
export interface SchemaBehavior {
  readonly restores?: Restores;
  /** Whether one refused input of a batch fails the others. */
  readonly batch?: 'each-input' | 'all-or-nothing';
  /** Whether the property that holds an amount's currency must be there. */
  readonly checksCurrency?: boolean;
  /** Default false: the app does nothing at Stripe. */
  readonly hasActions?: boolean;
  /** HubSpot's words about what it neither creates nor changes, by name. */
  readonly refused?: Readonly<Record<string, string>>;
  /** What is in use, so that it cannot be archived. */
  readonly inUse?: readonly string[];
  /** Runs before the call takes effect; what it throws is what the call fails with. */
  readonly before?: (call: SchemaCall, schema: FakeSchema) => void;
  /** Runs after it took effect, before its answer. */
  readonly after?: (call: SchemaCall, schema: FakeSchema) => void;
}

export interface FakeSchema extends PropertySchema {
  readonly accounts: Accounts;
  readonly calls: readonly SchemaCall[];
  /** What another user changes meanwhile. */
  edit(objectType: ObjectType, change: (account: ExistingProperties) => ExistingProperties): void;
}

const FRESH: ExistingProperties = { live: [], archived: [], hasGroup: false };

export const freshAccounts: Accounts = { deal: FRESH, contact: FRESH, company: FRESH };

export const everywhere = (account: ExistingProperties): Accounts => ({
  deal: account,
  contact: account,
  company: account,
});

const refusal = (detail: string): SyncError => new SyncError('hubspot-refused', { detail });

const isLive = ({ live }: ExistingProperties, name: string): boolean =>
  live.some((property) => property.name === name);

/** HubSpot's properties of one account, in memory. */
export function fakeSchema(initial: Accounts, behavior: SchemaBehavior = {}): FakeSchema {
  const { restores = 'posted', batch = 'each-input', refused = {}, inUse = [] } = behavior;
  const { checksCurrency = false, hasActions = false } = behavior;
  const accounts: Record<ObjectType, ExistingProperties> = { ...initial };
  const calls: SchemaCall[] = [];
  const checkNew = (account: ExistingProperties, { name, ...input }: PropertyInput): void => {
    if (isLive(account, name)) throw refusal(`A property named '${name}' already exists.`);
    const words = refused[name];
    if (words !== undefined) throw refusal(words);
    if (!account.hasGroup) throw refusal(`Property group "${input.groupName}" does not exist`);
    const { currencyPropertyName: currency } = input;
    if (checksCurrency && currency !== undefined && !isLive(account, currency)) {
      throw refusal(`currencyPropertyName "${currency}" is not an enumeration property`);
    }
  };
  const create = (objectType: ObjectType, input: PropertyInput): void => {
    checkNew(accounts[objectType], input);
    accounts[objectType] = withCreated(accounts[objectType], input, restores);
  };
  const archive = (objectType: ObjectType, name: string): void => {
    if (inUse.includes(name)) throw refusal(`Property ${name} is used by LIST Paid deals`);
    accounts[objectType] = withArchived(accounts[objectType], name);
  };
  const atomically = (objectType: ObjectType, work: () => void): void => {
    const before = accounts[objectType];
    try {
      work();
    } catch (error) {
      accounts[objectType] = before;
      throw error;
    }
  };
  const eachAlone = (inputs: readonly PropertyInput[], work: (input: PropertyInput) => void) => {
    for (const input of inputs) {
      try {
        work(input);
      } catch (error) {
        if (!(error instanceof SyncError)) throw error;
      }
    }
  };
  const serve = <T>(call: SchemaCall, work: () => T): Promise<T> =>
    Promise.resolve().then(() => {
      calls.push(call);
      behavior.before?.(call, schema);
      const answer = work();
      behavior.after?.(call, schema);
      return answer;
    });
  const schema: FakeSchema = {
    language: 'en',
    hasActions,
    get accounts() {
      return accounts;
    },
    calls,
    edit: (objectType, change) => {
      accounts[objectType] = change(accounts[objectType]);
    },
    read: (objectType) =>
      serve({ method: 'read', objectType, names: [] }, () => accounts[objectType]),
    createGroup: (objectType) =>
      serve({ method: 'createGroup', objectType, names: [] }, () => {
        accounts[objectType] = { ...accounts[objectType], hasGroup: true };
      }),
    createMany: (objectType, inputs) =>
      serve({ method: 'createMany', objectType, names: inputs.map(({ name }) => name) }, () => {
        const createOne = (input: PropertyInput): void => {
          create(objectType, input);
        };
        if (batch === 'each-input') eachAlone(inputs, createOne);
        else
          atomically(objectType, () => {
            inputs.forEach(createOne);
          });
      }),
    create: (objectType, input) =>
      serve({ method: 'create', objectType, names: [input.name] }, () => {
        create(objectType, input);
      }),
    change: (objectType, name, patch) =>
      serve({ method: 'change', objectType, names: [name] }, () => {
        const words = refused[name];
        if (words !== undefined) throw refusal(words);
        if (!isLive(accounts[objectType], name)) throw refusal(`Property "${name}" does not exist`);
        accounts[objectType] = withPatched(accounts[objectType], name, patch);
      }),
    archiveMany: (objectType, names) =>
      serve({ method: 'archiveMany', objectType, names }, () => {
        atomically(objectType, () => {
          for (const name of names) archive(objectType, name);
        });
      }),
    archive: (objectType, name) =>
      serve({ method: 'archive', objectType, names: [name] }, () => {
        archive(objectType, name);
      }),
    removeGroup: (objectType) =>
      serve({ method: 'removeGroup', objectType, names: [] }, () => {
        const { live } = accounts[objectType];
        if (live.some(({ groupName }) => groupName === PROPERTY_GROUP.name)) {
          throw refusal("Can't delete or purge a group with active properties");
        }
        accounts[objectType] = { ...accounts[objectType], hasGroup: false };
      }),
  };
  return schema;
}

/** The same account once more, behaving otherwise. */
export const continued = (schema: FakeSchema, behavior: SchemaBehavior = {}): FakeSchema =>
  fakeSchema(
    Object.fromEntries(OBJECT_TYPES.map((type) => [type, schema.accounts[type]])) as Accounts,
    behavior,
  );
