/**
 * Stands in for `node-fetch` in the bundles: HubSpot's client loads it for its default transport, which
 * ours replaces, and with its Unicode tables it is two fifths of a function's size.
 */
export default function nodeFetch(): never {
  throw new Error('The default transport of @hubspot/api-client is not bundled.');
}
