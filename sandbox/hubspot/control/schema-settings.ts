import { Hono } from 'hono';
import { z } from 'zod';
import { formatGroup, formatProperty } from '../formatters/property.ts';
import { readObjectType } from '../http/request.ts';
import { validationError } from '../model/api-error.ts';
import type { PropertyDefinition, PropertyOption } from '../model/entities.ts';
import {
  groupCreateSchema,
  optionSchema,
  propertyCreateSchema,
  propertyPatchSchema,
} from '../routes/property-schemas.ts';
import type { HubSpotStore } from '../store/hubspot-store.ts';
import { answerControlError } from './account-settings.ts';

/** What a person changes on the page of a property; its options have routes of their own. */
const propertyEditSchema = propertyPatchSchema.omit({ options: true });

const restoreSchema = z.strictObject({ groupName: z.string().optional() });

/** A new option is last and visible by default. */
const newOptionSchema = optionSchema.partial({ displayOrder: true, hidden: true });

const optionEditSchema = optionSchema.omit({ value: true }).partial();

const usesSchema = z.strictObject({
  uses: z.array(
    z.strictObject({
      type: z.enum(['CALCULATED_PROPERTY', 'FORM', 'LIST', 'REPORT', 'WORKFLOW']),
      name: z.string().min(1),
    }),
  ),
});

type NewOption = Pick<PropertyOption, 'label' | 'value' | 'description'> & {
  readonly displayOrder?: number | undefined;
  readonly hidden?: boolean | undefined;
};

type OptionEdit = {
  readonly [Field in Exclude<keyof PropertyOption, 'value'>]?: PropertyOption[Field] | undefined;
};

function requireOption({ name, options }: PropertyDefinition, value: string): PropertyOption {
  const found = options.find((option) => option.value === value);
  if (found !== undefined) return found;
  throw validationError(`Property "${name}" has no option "${value}"`);
}

const withOption = (
  { options }: PropertyDefinition,
  option: NewOption,
): readonly PropertyOption[] => {
  const last = Math.max(-1, ...options.map(({ displayOrder }) => displayOrder));
  const { displayOrder = last + 1, hidden = false } = option;
  return [...options, { ...option, displayOrder, hidden }];
};

function withEditedOption(
  definition: PropertyDefinition,
  value: string,
  edit: OptionEdit,
): readonly PropertyOption[] {
  const before = requireOption(definition, value);
  const after: PropertyOption = {
    value,
    label: edit.label ?? before.label,
    description: edit.description ?? before.description,
    displayOrder: edit.displayOrder ?? before.displayOrder,
    hidden: edit.hidden ?? before.hidden,
  };
  return definition.options.map((option) => (option.value === value ? after : option));
}

function withoutOption(definition: PropertyDefinition, value: string): readonly PropertyOption[] {
  requireOption(definition, value);
  return definition.options.filter((option) => option.value !== value);
}

const OBJECT = '/schema/:objectType';
const PROPERTIES = `${OBJECT}/properties`;
const PROPERTY = `${PROPERTIES}/:name`;
const OPTION = `${PROPERTY}/options/:value`;

/** What HubSpot did not define itself: the groups, and the properties active and archived. */
function describe(store: HubSpotStore, objectTypeText: string): object {
  const objectType = readObjectType(store, objectTypeText);
  const properties = store.properties(objectType);
  const custom = (archived: boolean): readonly object[] =>
    properties
      .list(archived)
      .filter((definition) => !definition.hubspotDefined)
      .map((definition) => ({
        ...formatProperty(definition),
        uses: properties.usesOf(definition.name),
      }));
  return {
    groups: store.groups(objectType).list().map(formatGroup),
    properties: custom(false),
    archived: custom(true),
  };
}

function addPropertyRoutes(routes: Hono, store: HubSpotStore): void {
  routes.post(PROPERTIES, async (context) => {
    const objectType = readObjectType(store, context.req.param('objectType'));
    const input = propertyCreateSchema.parse(await context.req.json());
    return context.json(formatProperty(store.createProperty(objectType, input)), 201);
  });
  routes.patch(PROPERTY, async (context) => {
    const objectType = readObjectType(store, context.req.param('objectType'));
    const edit = propertyEditSchema.parse(await context.req.json());
    const changed = store.updateProperty(objectType, context.req.param('name'), edit);
    return context.json(formatProperty(changed));
  });
  routes.delete(PROPERTY, (context) => {
    const objectType = readObjectType(store, context.req.param('objectType'));
    store.properties(objectType).archive(context.req.param('name'));
    return context.body(null, 204);
  });
  routes.post(`${PROPERTY}/restore`, async (context) => {
    const objectType = readObjectType(store, context.req.param('objectType'));
    const { groupName } = restoreSchema.parse(await context.req.json());
    const properties = store.properties(objectType);
    return context.json(formatProperty(properties.restore(context.req.param('name'), groupName)));
  });
  routes.put(`${PROPERTY}/uses`, async (context) => {
    const objectType = readObjectType(store, context.req.param('objectType'));
    const { uses } = usesSchema.parse(await context.req.json());
    store.properties(objectType).setUses(context.req.param('name'), uses);
    return context.json({ uses });
  });
}

function addOptionRoutes(routes: Hono, store: HubSpotStore): void {
  routes.post(`${PROPERTY}/options`, async (context) => {
    const { objectType: text, name } = context.req.param();
    const objectType = readObjectType(store, text);
    const option = newOptionSchema.parse(await context.req.json());
    const options = withOption(store.properties(objectType).require(name), option);
    return context.json(formatProperty(store.updateProperty(objectType, name, { options })), 201);
  });
  routes.patch(OPTION, async (context) => {
    const { objectType: text, name, value } = context.req.param();
    const objectType = readObjectType(store, text);
    const edit = optionEditSchema.parse(await context.req.json());
    const options = withEditedOption(store.properties(objectType).require(name), value, edit);
    return context.json(formatProperty(store.updateProperty(objectType, name, { options })));
  });
  routes.delete(OPTION, (context) => {
    const { objectType: text, name, value } = context.req.param();
    const objectType = readObjectType(store, text);
    const options = withoutOption(store.properties(objectType).require(name), value);
    return context.json(formatProperty(store.updateProperty(objectType, name, { options })));
  });
}

/** What an admin does by hand in HubSpot's settings of properties: no token, no scope. */
export function createSchemaSettings(store: HubSpotStore): Hono {
  const routes = new Hono();
  routes.get(OBJECT, (context) => context.json(describe(store, context.req.param('objectType'))));
  addPropertyRoutes(routes, store);
  addOptionRoutes(routes, store);
  routes.post(`${OBJECT}/groups`, async (context) => {
    const objectType = readObjectType(store, context.req.param('objectType'));
    const group = groupCreateSchema.parse(await context.req.json());
    return context.json(formatGroup(store.createGroup(objectType, group)), 201);
  });
  routes.delete(`${OBJECT}/groups/:name`, (context) => {
    store.removeGroup(
      readObjectType(store, context.req.param('objectType')),
      context.req.param('name'),
    );
    return context.body(null, 204);
  });
  routes.onError(answerControlError);
  return routes;
}
