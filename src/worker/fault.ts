/** A fault of our own must not take the rest with it; told without anything of the traffic. */
export function reportFault(what: string, error: unknown): void {
  console.error(`sessionscope: ${what} failed`, error instanceof Error ? error.name : typeof error);
}

/** Does it; where it throws, says so and goes on. */
export function guarded(what: string, run: () => void): void {
  try {
    run();
  } catch (error) {
    reportFault(what, error);
  }
}
