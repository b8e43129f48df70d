import type { MessageSource } from './message.ts';

interface Entry {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

/** What `i18n.getMessage` makes of a `messages.json`: named placeholders, `$1` to `$9`, and `$$` for a dollar sign. */
export function jsonMessages(table: Readonly<Record<string, Entry>>, language: string): MessageSource {
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
