import { validationError } from '../api-error.ts';
import type { PropertyDefinition, PropertyOption } from '../entities.ts';

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

export const withOption = (
  { options }: PropertyDefinition,
  option: NewOption,
): readonly PropertyOption[] => {
  const last = Math.max(-1, ...options.map(({ displayOrder }) => displayOrder));
  const { displayOrder = last + 1, hidden = false } = option;
  return [...options, { ...option, displayOrder, hidden }];
};

export function withEditedOption(
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

export function withoutOption(
  definition: PropertyDefinition,
  value: string,
): readonly PropertyOption[] {
  requireOption(definition, value);
  return definition.options.filter((option) => option.value !== value);
}
