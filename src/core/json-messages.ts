import type { MessageSource } from './message.ts';

interface Entry {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

/** A `messages.json` by its keys. */
export type MessageTable = Readonly<Record<string, Entry>>;

/** What `i18n.getMessage` makes of a `messages.json`: named placeholders, `$1` to `$9`, and `$$` for a dollar sign. */
export function jsonMessages(table: MessageTable, language: string): MessageSource {
  return {
    language,
    read(key, substitutions) {
      const entry = table[key];
      if (entry === undefined) return '';
      const named = entry.message.replace(/\$(\w+)\$/g, (all, name: string) => entry.placeholders?.[name.toLowerCase()]?.content ?? all);
      return named.replace(/\$(\$|[1-9])/g, (_, what: string) => (what === '$' ? '$' : (substitutions[Number(what) - 1] ?? '')));
    },
  };
}
