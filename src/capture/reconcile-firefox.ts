import { HarSchedule, type Wish } from './har-schedule.ts';
import { look, type Reconcilable, type Reconciling } from './reconciling.ts';

/** A document whose event has not come this long after its navigation was hidden, or is lost. */
const DOCUMENT_DELAY = 600;
const HIDDEN_DOCUMENT: Wish = { delay: 0, rest: 4 };
/** While filters are known to hide something. */
const AFTER_EVENT: Wish = { delay: 300, rest: 50 };
const WHILE_HIDDEN: Wish = { delay: 2_000, rest: 50 };
/** Without any sign of a filter: first after this long, then twice as long each time nothing was hidden. */
const FIRST_WATCH = 4_000;
const LONGEST_WATCH = 300_000;
const WATCH_REST = 200;
/** So many answers in a row without anything hidden mean that the filters are gone. */
const CLEAN = 5;
/** How many of the newest requests a document is looked for in. */
const REMEMBERED = 300;

/**
 * Filters of Firefox's own Network panel, which are saved, keep requests from raising events, but not out of `getHAR`. It must be
 * asked rarely: it fetches every body, and a document that begins to load meanwhile may be lost for good (2 of 40 in a test, none
 * of 120 without). So it is asked when a document had no event, then as long as something is hidden, and else hardly ever.
 */
export function reconcileFirefox(recording: Reconcilable): Reconciling {
  const { timers } = recording;
  const recent: { readonly url: string; readonly at: number }[] = [];
  let watch = FIRST_WATCH;
  /** Answers without anything hidden since something was. */
  let clean = CLEAN;

  const schedule = new HarSchedule(timers, async () => {
    // Taken up when this call is over, also when it is given up.
    schedule.want(clean < CLEAN ? WHILE_HIDDEN : { delay: watch, rest: WATCH_REST });
    watch = Math.min(LONGEST_WATCH, watch * 2);
    const looked = await look(recording);
    if (looked) clean = looked.unannounced > 0 ? 0 : clean + 1;
    if (clean === 0) schedule.want(WHILE_HIDDEN);
    return looked?.entries ?? 0;
  });
  schedule.want({ delay: watch, rest: WATCH_REST });

  return {
    announced(url) {
      recent.push({ url: withoutFragment(url), at: timers.now() });
      if (recent.length > REMEMBERED) recent.shift();
      if (clean < CLEAN) schedule.want(AFTER_EVENT);
    },
    navigated(url) {
      const document = withoutFragment(url);
      const earliest = timers.now() - 10_000;
      timers.after(DOCUMENT_DELAY, () => {
        const seen = recent.some((request) => request.url === document && request.at >= earliest);
        if (!seen && /^https?:/.test(document)) schedule.want(HIDDEN_DOCUMENT);
      });
    },
  };
}

const withoutFragment = (url: string): string => url.replace(/#.*$/s, '');
