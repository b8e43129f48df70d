import type { EntryProblem } from './exchange.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** A hostile file must not make a problem list longer than anybody reads. */
export const MAX_PROBLEMS = 20;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads fields of one HAR entry and notes what is wrong with them; `path` is where the parent stands, such as `response.`. */
export class FieldReader {
  readonly problems: EntryProblem[] = [];

  note(code: EntryProblem['code'], field: string): void {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push({ code, field });
  }

  /** An object; an empty one where it is missing or something else. */
  object(value: unknown, field: string): JsonObject {
    if (isObject(value)) return value;
    this.note(value === undefined ? 'missing' : 'not-an-object', field);
    return {};
  }

  string(parent: JsonObject, name: string, path: string): string | null {
    const value = parent[name];
    if (typeof value === 'string') return value;
    this.note(value === undefined ? 'missing' : 'wrong-type', path + name);
    return null;
  }

  array(parent: JsonObject, name: string, path: string): readonly unknown[] {
    const value = parent[name];
    if (Array.isArray(value)) return value;
    this.note(value === undefined ? 'missing' : 'wrong-type', path + name);
    return [];
  }
}
