/** A label whose first word is left out where it is narrow. */
export function Verb({ verb, text }: { readonly verb: string; readonly text: string }) {
  return (
    <>
      <span class="verb">{verb} </span>
      {text}
    </>
  );
}
