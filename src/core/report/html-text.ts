/** Text that is HTML already: made by `html` alone. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type HtmlPart = string | number | Html | readonly HtmlPart[];

/** A piece of HTML. Every value that is put into it is escaped, in text and in quoted attributes alike, unless it was made by `html` too. */
export function html(pieces: TemplateStringsArray, ...values: readonly HtmlPart[]): Html {
  return new Html(pieces.reduce((text, piece, index) => text + partText(values[index - 1] ?? '') + piece));
}

/** A sentence: backticks set code, as in the panel. One that is left over is a character like any other. */
export function htmlProse(text: string): HtmlPart {
  const pieces = text.split('`');
  const last = pieces.length % 2 === 0 ? [`\`${pieces.pop() ?? ''}`] : [];
  return [...pieces.map((piece, index): HtmlPart => (index % 2 === 1 ? html`<code>${piece}</code>` : piece)), ...last];
}

function partText(part: HtmlPart): string {
  if (part instanceof Html) return part.text;
  return typeof part === 'object' ? part.map(partText).join('') : escapedText(String(part));
}

/** Characters that show nothing, or change the order of what is read, become their escapes. */
function escapedText(text: string): string {
  return text
    .replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/[\p{Cc}\p{Bidi_Control}]/gu, (character) =>
      character === '\n' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}
