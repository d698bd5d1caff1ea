/** An option of a property as an account has it. */
export interface ExistingOption {
  readonly value: string;
  readonly label: string;
  readonly displayOrder: number;
  readonly hidden: boolean;
  readonly description?: string;
}

/** A property as an account has it; the types are HubSpot's, and open. */
export interface ExistingProperty {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly type: string;
  readonly fieldType: string;
  readonly groupName: string;
  readonly options: readonly ExistingOption[];
  /** Null where it has none, or where HubSpot does not tell. */
  readonly currencyPropertyName: string | null;
}

/** An object type's properties by whether they can be used. */
export interface ExistingProperties {
  readonly live: readonly ExistingProperty[];
  readonly archived: readonly ExistingProperty[];
  readonly hasGroup: boolean;
}
