import * as associations from '@hubspot/api-client/lib/codegen/crm/associations/v4/index.js';
import * as objects from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import * as properties from '@hubspot/api-client/lib/codegen/crm/properties/index.js';

type Values = Readonly<Record<string, string>>;

/** An instance of one of the client's model classes, which have constructors without parameters. */
const modelOf = <Model extends object>(
  ModelClass: new () => Model,
  fields: Partial<Model>,
): Model => Object.assign(new ModelClass(), fields);

export const valuesOf = (values: Values): objects.SimplePublicObjectInput =>
  modelOf(objects.SimplePublicObjectInput, { properties: { ...values } });

export const newRecordOf = (
  values: Values,
  association?: { readonly toId: string; readonly typeId: number },
): objects.SimplePublicObjectInputForCreate =>
  modelOf(objects.SimplePublicObjectInputForCreate, {
    properties: { ...values },
    associations: association === undefined ? [] : [newAssociation(association)],
  });

function newAssociation({ toId, typeId }: { readonly toId: string; readonly typeId: number }) {
  const spec = modelOf(objects.AssociationSpec, {
    associationCategory: objects.AssociationSpecAssociationCategoryEnum.HubspotDefined,
    associationTypeId: typeId,
  });
  const to = modelOf(objects.PublicObjectId, { id: toId });
  return modelOf(objects.PublicAssociationsForObject, { to, types: [spec] });
}

const recordId = (id: string) => modelOf(objects.SimplePublicObjectId, { id });

export const batchOfIds = (ids: readonly string[]): objects.BatchInputSimplePublicObjectId =>
  modelOf(objects.BatchInputSimplePublicObjectId, { inputs: ids.map(recordId) });

export const batchToRead = (
  ids: readonly string[],
  names: readonly string[],
): objects.BatchReadInputSimplePublicObjectId =>
  modelOf(objects.BatchReadInputSimplePublicObjectId, {
    inputs: ids.map(recordId),
    properties: [...names],
    propertiesWithHistory: [],
  });

export interface Update {
  readonly id: string;
  readonly values: Values;
  readonly traceId?: string;
}

export const batchOfUpdates = (
  updates: readonly Update[],
): objects.BatchInputSimplePublicObjectBatchInput =>
  modelOf(objects.BatchInputSimplePublicObjectBatchInput, {
    inputs: updates.map(({ id, values, traceId }) =>
      modelOf(objects.SimplePublicObjectBatchInput, {
        id,
        properties: { ...values },
        ...(traceId !== undefined && { objectWriteTraceId: traceId }),
      }),
    ),
  });

export const batchOfNew = (
  records: readonly Values[],
): objects.BatchInputSimplePublicObjectBatchInputForCreate =>
  modelOf(objects.BatchInputSimplePublicObjectBatchInputForCreate, {
    inputs: records.map((values) =>
      modelOf(objects.SimplePublicObjectBatchInputForCreate, {
        properties: { ...values },
        associations: [],
      }),
    ),
  });

export const searchFor = (
  fields: Partial<objects.PublicObjectSearchRequest>,
): objects.PublicObjectSearchRequest => modelOf(objects.PublicObjectSearchRequest, fields);

export function groupThatHas(propertyName: string): objects.FilterGroup {
  const operator = objects.FilterOperatorEnum.HasProperty;
  const filter = modelOf(objects.Filter, { propertyName, operator });
  return modelOf(objects.FilterGroup, { filters: [filter] });
}

export const newGroup = (name: string, label: string): properties.PropertyGroupCreate =>
  modelOf(properties.PropertyGroupCreate, { name, label, displayOrder: 3 });

export const newTextProperty = (name: string, groupName: string): properties.PropertyCreate =>
  modelOf(properties.PropertyCreate, {
    name,
    label: 'My text',
    type: properties.PropertyCreateTypeEnum.String,
    fieldType: properties.PropertyCreateFieldTypeEnum.Textarea,
    groupName,
  });

export const definitionsToRead = (
  names: readonly string[],
): properties.BatchReadInputPropertyName =>
  modelOf(properties.BatchReadInputPropertyName, {
    archived: false,
    inputs: names.map((name) => modelOf(properties.PropertyName, { name })),
  });

export const associationsToRead = (
  ids: readonly string[],
): associations.BatchInputPublicFetchAssociationsBatchRequest =>
  modelOf(associations.BatchInputPublicFetchAssociationsBatchRequest, {
    inputs: ids.map((id) => modelOf(associations.PublicFetchAssociationsBatchRequest, { id })),
  });

export const associationTypeOf = (associationTypeId: number): associations.AssociationSpec =>
  modelOf(associations.AssociationSpec, {
    associationCategory: associations.AssociationSpecAssociationCategoryEnum.HubspotDefined,
    associationTypeId,
  });
