interface DemoUser {
  readonly id: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
}

const ROBIN: DemoUser = {
  id: 1,
  firstName: 'Robin',
  lastName: 'Demo',
  email: 'robin.demo@example.com',
};

const SAM: DemoUser = {
  id: 2,
  firstName: 'Sam',
  lastName: 'Rossi',
  email: 'sam.rossi@example.com',
};

/** A user of the account. The demo restricts the confirmation of actions to the first. */
export const demoUser = (name: string): DemoUser => (name === 'Sam Rossi' ? SAM : ROBIN);
