export type Operator = ':' | '~' | '>' | '<' | '>=' | '<=';

/** `field:"value"`, `metadata["key"]:"value"`, `amount>100`, `-status:"failed"`, `phone:null`. */
export interface Clause {
  readonly isNegated: boolean;
  readonly field: string;
  /** The key of a metadata clause. */
  readonly key: string | undefined;
  readonly operator: Operator;
  /** Null stands for a field without a value. */
  readonly value: string | null;
  readonly isQuoted: boolean;
}

export interface SearchQuery {
  readonly join: 'AND' | 'OR';
  readonly clauses: readonly Clause[];
}
