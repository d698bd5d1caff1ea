import type { ElementType, Key, ReactElement } from 'react';
import { createElement } from 'react';

export { Fragment } from 'react';

/**
 * What JSX is compiled to, by the React of the page. Cards and pages are bundled with it instead of React's own
 * file (vite.config.js), which is a copy of `createElement` that reads what React keeps to itself.
 */
export const jsx = (type: ElementType, props: object, key?: Key): ReactElement =>
  createElement(type, key === undefined ? props : { ...props, key });

/** Of several children, which React tells apart only while it warns of missing keys. */
export { jsx as jsxs };
