import type { Page } from 'playwright-core';

/** Where something sticks out of what holds it, in words; run in the browser. */
const STICKING_OUT = `(() => {
  const name = (element) =>
    element.tagName.toLowerCase() + '.' + element.className + ' ' + (element.textContent ?? '').slice(0, 40);
  // A pixel of rounding.
  const isWithin = (inner, outer) => inner.left >= outer.left - 1 && inner.right <= outer.right + 1;
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const out = [];
  const root = document.scrollingElement;
  if (root.scrollWidth > window.innerWidth) out.push('the page scrolls sideways');
  const holders =
    'td, th, .card-body, .card-body dd, .alert, .tag, .status-tag, .toast, .dialog, .statistics, .tile, .header';
  // What scrolls in its own frame does not stick out of what is around the frame.
  const isFramed = (inner, holder) => {
    const frame = inner.closest('.table-scroll');
    return frame !== null && frame !== inner && !frame.contains(holder);
  };
  for (const holder of document.querySelectorAll(holders)) {
    if (!isSeen(holder)) continue;
    const outer = holder.getBoundingClientRect();
    for (const inner of holder.querySelectorAll('*')) {
      if (!isSeen(inner) || inner.closest('[role="tooltip"], .visually-hidden') !== null) continue;
      if (isFramed(inner, holder)) continue;
      const rect = inner.getBoundingClientRect();
      if (rect.width === 0 || rect.height === 0 || isWithin(rect, outer)) continue;
      out.push(name(inner) + ' sticks out of ' + name(holder));
    }
  }
  for (const scroller of document.querySelectorAll('.table-scroll, .card-body, .dialog-body')) {
    if (isSeen(scroller) && scroller.scrollWidth > scroller.clientWidth + 1) {
      out.push(name(scroller) + ' scrolls sideways');
    }
  }
  return [...new Set(out)];
})()`;

export const stickingOutOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(STICKING_OUT);

/** Headline amounts that do not stand on one line; of several, separated by commas, each for itself. */
export const brokenAmountsOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(`(() => {
    const broken = [];
    for (const number of document.querySelectorAll('.statistics-number > bdi')) {
      const text = number.firstChild;
      let start = 0;
      for (const amount of number.textContent.split(', ')) {
        const range = document.createRange();
        range.setStart(text, start);
        range.setEnd(text, start + amount.length);
        start += amount.length + 2;
        if (/\\d/.test(amount) && range.getClientRects().length > 1) broken.push(amount);
      }
    }
    return broken;
  })()`);
