/** How the emulator's pages look: light, dark and high contrast, phone and desk. */

export const STYLE_SHEET = `
:root {
  --ink: #242424; --soft: #616161; --ground: #f5f5f5; --sheet: #fff; --line: #d1d1d1; --brand: #4f52b2; --on-brand: #fff;
  --shade: 0 2px 8px rgb(0 0 0 / 12%); font: 15px/1.5 "Segoe UI", system-ui, sans-serif; color: var(--ink);
}
[data-theme=dark] {
  --ink: #f5f5f5; --soft: #adadad; --ground: #141414; --sheet: #292929; --line: #525252; --brand: #7f85f5; --on-brand: #111;
  color-scheme: dark;
}
[data-theme=contrast] {
  --ink: #fff; --soft: #fff; --ground: #000; --sheet: #000; --line: #fff; --brand: #1aebff; --on-brand: #000;
  --shade: none; color-scheme: dark;
}
* { box-sizing: border-box; }
html, body { margin: 0; height: 100%; background: var(--ground); }
h1 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 0 0 .5rem; }
a { color: inherit; }
:focus-visible { outline: 2px solid var(--brand); outline-offset: 2px; }
button, select {
  font: inherit; color: inherit; background: var(--sheet); border: 1px solid var(--line); border-radius: 6px;
  padding: .4rem .9rem; min-height: 2.25rem; cursor: pointer;
}
button.primary { background: var(--brand); border-color: var(--brand); color: var(--on-brand); font-weight: 600; }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
legend { font-weight: 600; padding: 0; }

.card, .start { margin: 0 auto; background: var(--sheet); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shade); }
.card { max-width: 30rem; padding: 2rem; position: relative; top: 8vh; width: calc(100% - 2rem); }
.start { max-width: 56rem; padding: clamp(1rem, 4vw, 2.5rem); margin: clamp(0rem, 4vh, 3rem) auto; }
.lead, .account { color: var(--soft); margin: 0 0 1.5rem; }
.accounts { display: grid; gap: .5rem; }
.accounts button { text-align: start; }
.accounts span { color: var(--soft); }
.scopes code { color: var(--soft); font-size: .85em; }
.decision { display: flex; flex-wrap: wrap; gap: .5rem; justify-content: end; margin-top: 1.5rem; }
.decision label { flex-basis: 100%; }

.start form { display: grid; gap: 1.25rem; }
.choices { display: flex; flex-wrap: wrap; gap: .5rem; }
.choices legend { margin-bottom: .4rem; }
.choices.person { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); }
.choices label, .switch label { position: relative; cursor: pointer; }
.choices input, .switch input { position: absolute; opacity: 0; inset: 0; width: 100%; height: 100%; margin: 0; cursor: pointer; }
.choices span { display: block; height: 100%; padding: .45rem .9rem; border: 1px solid var(--line); border-radius: 8px; }
.choices small { color: var(--soft); }
.choices.person small { display: block; }
.choices input:checked + span { border-color: var(--brand); box-shadow: inset 0 0 0 1px var(--brand); }
.choices input:focus-visible + span, .switch input:focus-visible + span { outline: 2px solid var(--brand); outline-offset: 2px; }
.field { display: grid; gap: .4rem; font-weight: 600; justify-items: start; }
.start button { justify-self: start; padding-inline: 2rem; }

body.host { display: grid; grid-template-rows: auto 1fr auto; height: 100dvh; }
.bar {
  display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1rem; padding: .35rem 1rem; background: var(--sheet);
  border-bottom: 1px solid var(--line);
}
.brand { font-weight: 700; color: var(--brand); text-decoration: none; }
.brand small, .what { color: var(--soft); font-weight: 400; }
.what { flex: 1; }
.switch { display: flex; border: 1px solid var(--line); border-radius: 6px; overflow: hidden; }
.switch legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.switch span { display: block; padding: .2rem .7rem; font-size: .85rem; }
.switch input:checked + span { background: var(--brand); color: var(--on-brand); }
.stage { display: grid; min-height: 0; place-items: stretch; }
.stage iframe { border: 0; width: 100%; height: 100%; background: var(--ground); }
.stage.mobile { place-items: center; }
.stage.mobile iframe { max-width: 390px; max-height: 844px; border-inline: 1px solid var(--line); }
#item { margin: 0; padding: 1.25rem; overflow: auto; overflow-wrap: anywhere; background: var(--sheet); }
#item dt { color: var(--soft); font-size: .85rem; }
#item dd { margin: 0 0 .75rem; }
.stage.outlook { grid-template-columns: minmax(0, 1fr) minmax(320px, 400px); }
.stage.outlook iframe { border-inline-start: 1px solid var(--line); }
.stage.outlook.mobile { grid-template-columns: minmax(0, 1fr); grid-template-rows: auto 1fr; place-items: stretch; }
.stage.outlook.mobile #item { max-height: 25vh; }
#notes { padding: .25rem 1rem; font-size: .85rem; color: var(--soft); background: var(--sheet); border-top: 1px solid var(--line); overflow-wrap: anywhere; }
#notes:empty { display: none; }
dialog { border: 1px solid var(--line); border-radius: 12px; background: var(--sheet); color: var(--ink); max-width: 28rem; padding: 1.5rem; box-shadow: var(--shade); }
dialog::backdrop { background: rgb(0 0 0 / 45%); }
@media (forced-colors: active) { .choices input:checked + span, .switch input:checked + span { outline: 3px solid Highlight; } }
`;
