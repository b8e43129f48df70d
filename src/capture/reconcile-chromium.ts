import { HarSchedule, type Wish } from './har-schedule.ts';
import { look, type Reconcilable, type Reconciling } from './reconciling.ts';

/** How soon, and how many times the cost of the last call apart. */
const AT_ONCE: Wish = { delay: 0, rest: 4 };
const SOON: Wish = { delay: 100, rest: 10 };
const AGAIN: Wish = { delay: 100, rest: 4 };

/**
 * Chromium's events may come before their cookies, and a navigation empties `getHAR` unless Preserve log is on: so it is asked at once
 * where cookies are likely missing, and once more when a document has come, which leaves its redirects behind.
 */
export function reconcileChromium(recording: Reconcilable): Reconciling {
  const schedule = new HarSchedule(recording.timers, async () => {
    const looked = await look(recording);
    if (recording.known.inDoubt) schedule.want(AGAIN);
    return looked?.entries ?? 0;
  });
  // What was loaded while DevTools opened, before there was a listener.
  schedule.want(AT_ONCE);
  return {
    announced(_exchange, doubt) {
      if (doubt !== 'none') schedule.want(doubt === 'urgent' ? AT_ONCE : SOON);
    },
    navigated: () => schedule.want(AT_ONCE),
  };
}
