/// How a report looks: two columns where there is room, one on a telephone and on paper; light, dark and forced colours.
///
/// Text and background differ by at least 4.5 : 1 everywhere, nothing is told by colour alone (WCAG 2.2, 1.4.1 and 1.4.3).
enum HtmlStyle {
  static let text = """
    :root { --ink: #1b1b1b; --paper: #fff; --faint: #555; --line: #b9b9b9; --link: #0b4f9c; --panel: #f6f6f3;
      --good: #14562a; --good-bg: #e3f3e7; --part: #6b4200; --part-bg: #fff0d1; --open: #8a1c16; --open-bg: #fde9e7;
      --for: #fff0a6; --against: #ffd4d0; --mistake: #e6dcff }
    @media (prefers-color-scheme: dark) { :root { --ink: #ececec; --paper: #17191c; --faint: #b4b4b4; --line: #5a5a5a;
      --link: #8cbcff; --panel: #202327; --good: #9fe0b0; --good-bg: #16351f; --part: #ffd48a; --part-bg: #3d2d0c;
      --open: #ffb3ad; --open-bg: #46191a; --for: #574a00; --against: #6a2420; --mistake: #43346e } }
    * { box-sizing: border-box }
    body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper) }
    a { color: var(--link) } a:focus-visible, [tabindex]:focus-visible, button:focus-visible, input:focus-visible,
    textarea:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
    header, .head, main { max-width: 100rem; margin: 0 auto; padding: 0 1rem }
    header, .head { padding-top: 1rem } main > .head { grid-column: 1 / -1; padding: 1rem 0 0 }
    h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .25rem }
    h2 { font-size: 1.25rem; line-height: 1.3; margin: 2rem 0 .5rem } h3 { font-size: 1.05rem; line-height: 1.35 }
    h4 { font-size: 1rem; margin: .75rem 0 .25rem } h3, h4 { overflow-wrap: anywhere }
    .about, .place { color: var(--faint); margin: .15rem 0 } .place { font-size: .9rem }
    .skip { position: absolute; left: -999px } .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .5rem; z-index: 2 }
    article, .warning, fieldset { border: 1px solid var(--line); border-radius: .4rem; padding: .25rem 1rem .75rem; margin: 1rem 0 }
    article:target, a:target + mark { outline: 3px solid var(--link) }
    .warning { border-left: .4rem solid var(--part) }
    .badge { display: inline-block; font-size: .9rem; font-weight: 600; padding: 0 .5rem; border: 1px solid currentColor; border-radius: 1rem; white-space: nowrap }
    .met { color: var(--good); background: var(--good-bg) } .partly { color: var(--part); background: var(--part-bg) }
    .not-met { color: var(--open); background: var(--open-bg) }
    .refer { font-size: .9rem; font-weight: 600; white-space: nowrap }
    .state { font-size: .9rem; font-weight: 400; color: var(--faint) }
    .label { margin: .5rem 0 0; font-weight: 600 } .requirement { border-top: 1px solid var(--line); margin-top: .5rem }
    ul.quotations { list-style: none; padding: 0; margin: .25rem 0 } ul.quotations li { margin: .3rem 0; padding-left: .75rem; border-left: .25rem solid var(--line); overflow-wrap: anywhere }
    ul.parts { padding-left: 1.25rem } .gap { color: var(--open) } li { overflow-wrap: anywhere }
    table { border-collapse: collapse; width: 100% } th, td { border: 1px solid var(--line); padding: .35rem .5rem; text-align: left; vertical-align: top; overflow-wrap: break-word }
    th { background: var(--panel) } .scroll { overflow-x: auto; margin: .75rem 0 }
    .coverage { display: inline-flex; gap: .2rem; align-items: center }
    .coverage span { width: .7rem; height: .7rem; border: 2px solid var(--faint) } .coverage .essential { width: 1rem; height: 1rem }
    .coverage .held { background: var(--good); border-color: var(--good) }
    .coverage .near { background: linear-gradient(to right, var(--part) 50%, transparent 50%); border-color: var(--part) }
    .coverage .contradicted { border-color: var(--open); border-style: double }
    .submission { background: var(--panel); border: 1px solid var(--line); border-radius: .4rem; padding: 0 1rem 1rem; margin-top: 2rem }
    .submission p, .submission li { overflow-wrap: anywhere }
    ul.plain { list-style: none; padding-left: 1rem } .deep { margin-left: 1.5rem }
    mark { color: var(--ink); background: var(--for); border-bottom: 2px solid } mark.against { background: var(--against); border-bottom-style: dashed }
    mark.mistake { background: var(--mistake); border-bottom-style: dotted }
    .back { font-size: .8rem; display: inline-block; min-width: 1.5rem; min-height: 1.5rem; text-align: center; vertical-align: super; line-height: 1.5rem }
    .hidden-text, .aside { border-left: .25rem dashed var(--faint); padding-left: .5rem } .placeholder { color: var(--faint); font-style: italic }
    label { font-weight: 600 } .choices label { font-weight: 400; display: inline-block; margin-right: 1rem; min-height: 1.75rem }
    input[type=text], input[type=date], textarea { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--faint); width: 100%; max-width: 40rem; display: block; padding: .25rem }
    button { font: inherit; padding: .4rem 1rem; min-height: 2.5rem }
    code { font-size: .85rem; overflow-wrap: anywhere }
    .single { max-width: 50rem }
    @media (min-width: 70rem) { main:not(.single) { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 2rem; align-items: start }
      .submission { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow-y: auto } }
    @media (max-width: 30rem) { .overview thead { position: absolute; left: -999px } .overview tr, .overview th, .overview td { display: block } .overview td { border-top: 0 }
      header, .head, main { padding: 0 .6rem } article, .submission, fieldset { padding-left: .6rem; padding-right: .6rem } .badge, .refer { white-space: normal } }
    @media (prefers-contrast: more) { :root { --faint: var(--ink); --line: var(--ink) } }
    @media (forced-colors: active) { mark { background: Mark; color: MarkText } .coverage .held { background: CanvasText } }
    @media print { @page { size: A4; margin: 18mm } body { font-size: 10.5pt } main { display: block } .submission { position: static; max-height: none; overflow: visible; break-before: page }
      .skip, button, #saved { display: none } a { color: inherit } article, fieldset, li, tr { break-inside: avoid } }

    """
}
