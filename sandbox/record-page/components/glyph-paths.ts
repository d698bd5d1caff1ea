/** Our own drawings on a 16 by 16 grid, stroked; HubSpot's icons are not copied. */
const glyphPaths: Readonly<Record<string, string>> = {
  add: 'M8 3v10M3 8h10',
  attach: 'M11 5v6a3 3 0 0 1-6 0V4.5a2 2 0 0 1 4 0V11',
  bank: 'M2 6l6-3 6 3M3 6h10M4 8v4M7 8v4M9 8v4M12 8v4M2.5 13.5h11',
  block: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M4 12l8-8',
  checkCircle: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M5.5 8l2 2 3.5-4',
  clock: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M8 5v3l2 1.5',
  contact: 'M8 3a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M3 14c0-3 2-4.5 5-4.5s5 1.5 5 4.5',
  copy: 'M6 6h7v7H6zM10 6V3H3v7h3',
  dataSync: 'M13 6A5.5 5.5 0 0 0 3.5 5M3 10a5.5 5.5 0 0 0 9.5 1M3 2.5V5h2.5M13 13.5V11h-2.5',
  date: 'M3 4h10v9H3zM3 7h10M6 2.5v3M10 2.5v3',
  delete: 'M3.5 4.5h9M6 4.5V3h4v1.5M5 4.5l.5 8.5h5l.5-8.5',
  description: 'M4 2.5h8v11H4zM6 6h4M6 8.5h4M6 11h2.5',
  downCarat: 'M4 6.5l4 4 4-4',
  download: 'M8 3v7M5 7.5l3 3 3-3M3 13h10',
  edit: 'M3 13l.7-2.8L10.5 3.4l2.1 2.1L5.8 12.3zM9 5l2 2',
  ellipses: 'M4 8h.01M8 8h.01M12 8h.01',
  email: 'M2.5 4h11v8h-11zM2.5 4.5L8 9l5.5-4.5',
  exclamation: 'M8 3v6.5M8 12.5v.01',
  exclamationCircle: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M8 5v3.5M8 11v.01',
  external: 'M6.5 4H4v8h8V9.5M9 4h3v3M12 4L7.5 8.5',
  filter: 'M2.5 4h11L9.5 8.5V13l-3-1.5v-3z',
  hide: 'M2 8c1.5-2.6 3.5-4 6-4s4.5 1.4 6 4c-1.5 2.6-3.5 4-6 4s-4.5-1.4-6-4M3 13L13 3',
  info: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M8 7.5V11M8 5v.01',
  invoice: 'M4 2.5h8v11l-2-1.3-2 1.3-2-1.3-2 1.3zM6 5.5h4M6 8h4',
  key: 'M10.5 2.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M8.3 7.7L3 13M5 11l1.5 1.5',
  left: 'M10 4L6 8l4 4',
  link: 'M7 9a2.5 2.5 0 0 0 3.5 0l2-2A2.5 2.5 0 0 0 9 3.5l-.8.8M9 7a2.5 2.5 0 0 0-3.5 0l-2 2A2.5 2.5 0 0 0 7 12.5l.8-.8',
  locked: 'M4 7.5h8V13H4zM5.5 7.5V5.5a2.5 2.5 0 0 1 5 0v2',
  notification: 'M4.5 11V7.5a3.5 3.5 0 0 1 7 0V11l1 1h-9zM7 14h2',
  paymentSubscriptions: 'M2.5 4h11v8h-11zM2.5 6.5h11M4.5 9.5h3',
  questionCircle:
    'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M6.5 6.5a1.5 1.5 0 1 1 2 1.4c-.4.2-.5.5-.5 1.1M8 11v.01',
  record: 'M3 3h10v10H3zM5.5 6h5M5.5 8.5h5',
  refresh: 'M12.5 8a4.5 4.5 0 1 1-1.3-3.2M12.5 2.5V5H10',
  remove: 'M4 4l8 8M12 4l-8 8',
  right: 'M6 4l4 4-4 4',
  search: 'M7 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8M10 10l3.5 3.5',
  settings:
    'M8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M8 2v2M8 12v2M2 8h2M12 8h2M3.8 3.8l1.4 1.4M10.8 10.8l1.4 1.4M12.2 3.8l-1.4 1.4M5.2 10.8l-1.4 1.4',
  success: 'M3.5 8.5l3 3 6-7',
  tag: 'M3 3h5l5 5-5 5-5-5zM5.5 5.5v.01',
  upCarat: 'M4 9.5l4-4 4 4',
  view: 'M2 8c1.5-2.6 3.5-4 6-4s4.5 1.4 6 4c-1.5 2.6-3.5 4-6 4s-4.5-1.4-6-4M8 6.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3',
  warning: 'M8 2.5l6 11H2zM8 6.5v3M8 11.5v.01',
};

const sameDrawing: Readonly<Record<string, string>> = {
  x: 'remove',
  xCircle: 'block',
  delay: 'clock',
  documents: 'description',
  file: 'description',
  infoNoCircle: 'info',
  question: 'questionCircle',
  order: 'invoice',
  quote: 'invoice',
  shoppingCart: 'paymentSubscriptions',
};

/** A name without a drawing of its own gets a plain frame, so that a missing icon is seen. */
export function glyphPath(name: string): string {
  return glyphPaths[sameDrawing[name] ?? name] ?? 'M4 4h8v8H4z';
}
