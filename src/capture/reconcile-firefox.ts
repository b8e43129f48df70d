import { HarSchedule, type Wish } from './har-schedule.ts';
import { LostRequests } from './lost-requests.ts';
import { look, type Reconcilable, type Reconciling } from './reconciling.ts';

/** A document whose event has not come this long after its navigation was hidden, or is lost. */
const DOCUMENT_DELAY = 600;
/** One that `getHAR` has not shown by then either is lost. */
const DOCUMENT_LOST = 1_500;
const DOCUMENT_AGE = 10_000;
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
/** By then what began during a call is over, and its events would have come. */
const CHECK = 1_000;
const LOST: Wish = { delay: 0, rest: 4 };
/** A page that fetches all the time loses something to each call: then ever more rarely, first after this long. */
const LOST_AGAIN = 2_000;
/** A log that has begun anew lists what went on before a little later. */
const FILLED = 150;
/** So many times in a row in vain mean that the log never begins anew: someone else reads it. */
const IN_VAIN = 3;

/**
 * Requests without an event: those that filters of Firefox's own Network panel hide (they are saved), and most answers 304 to a fetch.
 * `getHAR` has them until the next navigation. But while it is answered, which takes some 2 ms for each entry, the log is deaf: Firefox
 * switches it off (`HarExporter.buildHarData`) and on again after. Seen in Firefox 153: ten fetches at once, started 50 to 100 ms before
 * the call, were all lost or told with status 0, for every later call too. So it is asked when the page has become quiet.
 *
 * What was lost is not lost to the toolbox. A log that begins anew (see `Network.renew`) is given all requests since the navigation, and
 * had all ten each time. It begins anew before the next call once something tells of a loss: requests told that began near a call, a
 * fetch that the page knows of and the log does not, or a document that neither an event nor `getHAR` shows. What is lost for good is
 * what a page is answered in the second before it is left, if a call fell into it; `webRequest` has that.
 */
export function reconcileFirefox(recording: Reconcilable): Reconciling {
  const { network, timers } = recording;
  const lost = new LostRequests();
  let watch = FIRST_WATCH;
  /** Answers without anything hidden since something was. */
  let clean = CLEAN;
  let calls = 0;
  let unanswered = false;
  let inVain = 0;
  let nextLost = 0;

  const schedule = new HarSchedule(timers, async () => {
    // Taken up when this call is over, also when it is given up.
    schedule.want(clean < CLEAN ? WHILE_HIDDEN : { delay: watch, rest: WATCH_REST });
    watch = Math.min(LONGEST_WATCH, watch * 2);
    // A call without an answer leaves the log deaf.
    const renews = (lost.suspected || unanswered) && inVain < IN_VAIN;
    if (renews) {
      inVain = (await network.renew()) ? 0 : inVain + 1;
      await new Promise<void>((filled) => timers.after(FILLED, filled));
    }
    const call = ++calls;
    unanswered = true;
    lost.asked(timers.now());
    const looked = await look({
      ...recording,
      handOn(exchange) {
        lost.found(exchange, timers.now());
        recording.handOn(exchange);
      },
    });
    if (call === calls) {
      unanswered = false;
      lost.answered(timers.now());
      timers.after(CHECK, () => void check(call));
    }
    // What is new after the log began anew had been lost, and says nothing of what is hidden.
    if (looked && !renews) clean = looked.unannounced > 0 ? 0 : clean + 1;
    if (clean === 0) schedule.want(WHILE_HIDDEN);
    return looked?.entries ?? 0;
  });
  schedule.want({ delay: watch, rest: WATCH_REST });

  const check = async (call: number): Promise<void> => {
    if (call !== calls || inVain >= IN_VAIN) return;
    const fetches = await network.fetchesSince(lost.earliest).catch(() => []);
    if (call !== calls) return;
    if (!lost.lacksOneOf(fetches)) {
      nextLost = 0;
      return;
    }
    lost.suspect();
    schedule.want({ ...LOST, delay: nextLost });
    nextLost = Math.min(LONGEST_WATCH, Math.max(LOST_AGAIN, nextLost * 2));
  };

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
    announced(exchange) {
      lost.announced(exchange, timers.now());
      whenQuiet();
    },
    navigated(url) {
      whenQuiet();
      if (!/^https?:/.test(url)) return;
      const earliest = timers.now() - DOCUMENT_AGE;
      timers.after(DOCUMENT_DELAY, () => {
        if (lost.knows(url, earliest)) return;
        schedule.want(HIDDEN_DOCUMENT);
        timers.after(DOCUMENT_LOST - DOCUMENT_DELAY, () => {
          if (lost.knows(url, earliest)) return;
          lost.suspect();
          schedule.want(LOST);
        });
      });
    },
  };
}
