import type { HistoryStep } from '../session/history-step.ts';
import type { RequestSpan } from './history-parameters.ts';

export function spanOf({ exchange, path, landedAt }: HistoryStep): RequestSpan {
  return { exchangeId: exchange.id, method: methodOf(exchange), path, startedAt: exchange.startedAt, landedAt };
}

/** As Rails routes it: a form's `_method` counts (`Rack::MethodOverride`). */
function methodOf({ method, methodOverride }: HistoryStep['exchange']): string {
  return methodOverride ?? method.toUpperCase();
}

/** A request that may change something (RFC 9110, 9.2.1). */
export function isUnsafe({ exchange }: HistoryStep): boolean {
  return !/^(GET|HEAD|OPTIONS|TRACE)$/.test(methodOf(exchange));
}
