/** The thing asked for cannot happen to that object in its present state. */
export class WorldRefusal extends Error {
  override readonly name = 'WorldRefusal';
}
