/** The one style sheet of the demo: light and dark by the system's choice, no external resource. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: light-dark(#f6f7f9, #15171b); --card: light-dark(#fff, #1d2026); --line: light-dark(#dfe3e8, #31363f);
  --text: light-dark(#1c2024, #e6e8eb); --soft: light-dark(#5d6672, #9aa4b1); --accent: light-dark(#a3232e, #f08a8f);
  --good: light-dark(#2c7a51, #6cc495); --warn: light-dark(#a05a00, #e8b04b); --bad: light-dark(#b3261e, #ff8a80);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.55 system-ui, sans-serif; }
a { color: var(--accent); text-underline-offset: 2px; }
header, main, footer { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
header { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; align-items: baseline; padding-top: 1.25rem; }
header strong { margin-right: auto; font-size: 1rem; }
header strong a { color: inherit; text-decoration: none; }
footer { padding-bottom: 3rem; color: var(--soft); font-size: .875rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 1.75rem 0 .5rem; text-wrap: balance; }
h2 { font-size: 1.05rem; margin: 0 0 .6rem; }
p { margin: .5rem 0; max-width: 46rem; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1.1rem 1.25rem; margin: 1rem 0; }
code, pre, output, .mono { font: .875em/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
pre { overflow: auto; margin: .5rem 0; padding: .75rem; background: var(--page); border-radius: 6px; max-height: 22rem; }
.soft { color: var(--soft); }
.notice { border-left: 3px solid var(--good); padding: .4rem .8rem; background: var(--card); }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(17.5rem, 1fr)); gap: .75rem; list-style: none; padding: 0; margin: 0; }
.grid a { display: block; height: 100%; padding: .75rem .9rem; border: 1px solid var(--line); border-radius: 8px; color: inherit; text-decoration: none; }
.grid a:hover, .grid a:focus-visible { border-color: var(--accent); }
.grid b { display: block; color: var(--accent); }
.grid span { color: var(--soft); font-size: .875rem; }
.tags code { display: inline-block; border: 1px solid var(--line); border-radius: 99px; padding: 0 .6em; margin: 0 .3em .3em 0; color: var(--soft); }
.buttons { display: flex; flex-wrap: wrap; gap: .5rem; margin: .75rem 0; }
button { font: inherit; padding: .4rem .9rem; border-radius: 6px; border: 1px solid var(--accent); background: var(--accent); color: var(--card); cursor: pointer; }
button.quiet { background: none; color: var(--accent); border-color: var(--line); }
input { font: inherit; padding: .4rem .6rem; border: 1px solid var(--line); border-radius: 6px; background: var(--page); color: inherit; width: min(22rem, 100%); }
label { display: block; margin: .5rem 0; }
.secret { display: block; user-select: all; overflow-wrap: anywhere; padding: .6rem .75rem; background: var(--page); border-radius: 6px; }
.secret + button { margin-top: .6rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .35rem .9rem .35rem 0; border-top: 1px solid var(--line); vertical-align: top; }
th { color: var(--soft); font-weight: 500; border: 0; font-size: .875rem; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
meter { width: 7rem; height: .9rem; vertical-align: middle; }
.good { color: var(--good); } .warn { color: var(--warn); } .bad { color: var(--bad); }
`;
