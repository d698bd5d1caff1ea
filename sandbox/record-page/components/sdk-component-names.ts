// Written in by the build from the SDK's own registry (sandbox/dev-server/sdk-component-names.ts).
declare const SDK_COMPONENT_NAMES: readonly string[];

export const sdkComponentNames: readonly string[] = SDK_COMPONENT_NAMES;
