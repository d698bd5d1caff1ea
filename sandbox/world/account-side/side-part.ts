/** Something that an admin or a person at Stripe decides, and what can be done about it. */
export interface SidePart {
  readonly id: string;
  readonly title: string;
  /** How it stands now, in a few words. */
  readonly state: () => string;
  readonly actions: readonly SideAction[];
}

export interface SideAction {
  readonly id: string;
  readonly label: string;
  /** True where this is how it stands; an action that leaves no state of its own is never current. */
  readonly isCurrent: () => boolean;
  readonly act: () => void | Promise<void>;
}

interface Choice<Id extends string> {
  readonly id: Id;
  readonly label: string;
}

/** One of several: the latest choice is how it stands. */
export function chosenPart<Id extends string>(
  part: Pick<SidePart, 'id' | 'title'>,
  choices: readonly Choice<Id>[],
  current: () => Id | null,
  choose: (id: Id) => void | Promise<void>,
): SidePart {
  return {
    ...part,
    state: () => choices.find(({ id }) => id === current())?.label ?? 'None of these',
    actions: choices.map(({ id, label }) => ({
      id,
      label,
      isCurrent: () => current() === id,
      act: () => choose(id),
    })),
  };
}
