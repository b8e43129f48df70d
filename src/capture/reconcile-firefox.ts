import { HarSchedule, type Wish } from './har-schedule.ts';
import { look, type Reconcilable, type Reconciling } from './reconciling.ts';

/** A document whose event has not come this long after its navigation was hidden, or is lost. */
const DOCUMENT_DELAY = 600;
const HIDDEN_DOCUMENT: Wish = { delay: 0, rest: 4 };
/** Once the page has been quiet for this long. */
const QUIET = 300;
const WHEN_QUIET: Wish = { delay: 0, rest: 50 };
/** While something is known to be hidden, whether or not there are events. */
const WHILE_HIDDEN: Wish = { delay: 2_000, rest: 50 };
/** Without any sign of it: first after this long, then twice as long each time nothing was hidden. */
const FIRST_WATCH = 4_000;
const LONGEST_WATCH = 300_000;
const WATCH_REST = 200;
/** So many answers in a row without anything hidden mean that nothing is hidden any more. */
const CLEAN = 5;
/** How many of the newest requests a document is looked for in. */
const REMEMBERED = 300;

/**
 * Requests without an event: those that filters of Firefox's own Network panel hide (they are saved), and most answers 304 to a fetch.
 * `getHAR` has them until the next navigation. But it fetches every body, and a document that begins to load while it does may be
 * lost for good (2 of 40 in a test that navigated just then, none of 120 without). So it is asked when the page has become quiet.
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

  let lastActivity = 0;
  let waiting = false;
  const whenQuiet = (): void => {
    lastActivity = timers.now();
    if (!waiting) wait(QUIET);
  };
  const wait = (delay: number): void => {
    waiting = true;
    timers.after(delay, () => {
      waiting = false;
      const left = lastActivity + QUIET - timers.now();
      if (left > 0) wait(left);
      else schedule.want(WHEN_QUIET);
    });
  };

  return {
    announced(url) {
      recent.push({ url: withoutFragment(url), at: timers.now() });
      if (recent.length > REMEMBERED) recent.shift();
      whenQuiet();
    },
    navigated(url) {
      whenQuiet();
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
