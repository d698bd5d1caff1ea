import { Hono } from 'hono';
import { formatGroup, formatProperty } from '../formatters/property.ts';
import { readObjectType } from '../http/object-type-parameter.ts';
import { groupCreateSchema, propertyCreateSchema } from '../routes/property-schemas.ts';
import type { HubSpotStore } from '../store/hubspot-store.ts';
import { answerControlError } from './control-answer.ts';
import {
  newOptionSchema,
  optionEditSchema,
  propertyEditSchema,
  restoreSchema,
  usesSchema,
} from './schema-bodies.ts';
import { withEditedOption, withoutOption, withOption } from './schema-options.ts';

const OBJECT = '/schema/:objectType';
const PROPERTIES = `${OBJECT}/properties`;
const PROPERTY = `${PROPERTIES}/:name`;
const OPTION = `${PROPERTY}/options/:value`;

/** What HubSpot did not define itself: the groups, and the properties active and archived. */
function describe(store: HubSpotStore, objectTypeText: string): object {
  const objectType = readObjectType(objectTypeText);
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
    const objectType = readObjectType(context.req.param('objectType'));
    const input = propertyCreateSchema.parse(await context.req.json());
    return context.json(formatProperty(store.createProperty(objectType, input)), 201);
  });
  routes.patch(PROPERTY, async (context) => {
    const objectType = readObjectType(context.req.param('objectType'));
    const edit = propertyEditSchema.parse(await context.req.json());
    const changed = store.updateProperty(objectType, context.req.param('name'), edit);
    return context.json(formatProperty(changed));
  });
  routes.delete(PROPERTY, (context) => {
    const objectType = readObjectType(context.req.param('objectType'));
    store.properties(objectType).archive(context.req.param('name'));
    return context.body(null, 204);
  });
  routes.post(`${PROPERTY}/restore`, async (context) => {
    const objectType = readObjectType(context.req.param('objectType'));
    const { groupName } = restoreSchema.parse(await context.req.json());
    const properties = store.properties(objectType);
    return context.json(formatProperty(properties.restore(context.req.param('name'), groupName)));
  });
  routes.put(`${PROPERTY}/uses`, async (context) => {
    const objectType = readObjectType(context.req.param('objectType'));
    const { uses } = usesSchema.parse(await context.req.json());
    store.properties(objectType).setUses(context.req.param('name'), uses);
    return context.json({ uses });
  });
}

function addOptionRoutes(routes: Hono, store: HubSpotStore): void {
  routes.post(`${PROPERTY}/options`, async (context) => {
    const { objectType: text, name } = context.req.param();
    const objectType = readObjectType(text);
    const option = newOptionSchema.parse(await context.req.json());
    const options = withOption(store.properties(objectType).require(name), option);
    return context.json(formatProperty(store.updateProperty(objectType, name, { options })), 201);
  });
  routes.patch(OPTION, async (context) => {
    const { objectType: text, name, value } = context.req.param();
    const objectType = readObjectType(text);
    const edit = optionEditSchema.parse(await context.req.json());
    const options = withEditedOption(store.properties(objectType).require(name), value, edit);
    return context.json(formatProperty(store.updateProperty(objectType, name, { options })));
  });
  routes.delete(OPTION, (context) => {
    const { objectType: text, name, value } = context.req.param();
    const objectType = readObjectType(text);
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
    const objectType = readObjectType(context.req.param('objectType'));
    const group = groupCreateSchema.parse(await context.req.json());
    return context.json(formatGroup(store.createGroup(objectType, group)), 201);
  });
  routes.delete(`${OBJECT}/groups/:name`, (context) => {
    store.removeGroup(readObjectType(context.req.param('objectType')), context.req.param('name'));
    return context.body(null, 204);
  });
  routes.onError(answerControlError);
  return routes;
}
