/** What somebody types who wants a page to do what it should only show. */

/** What the page would call; a visitor listens. Elements carry a mark by which they are found should they come to be. */
const run = 'planted()'
const mark = 'x-planted'

const templates: readonly string[] = [
  // Elements that run by themselves.
  `<script ${mark}>${run}</script>`,
  `<img ${mark} src=x onerror=${run}>`,
  `<svg ${mark} onload=${run}>`,
  `<svg ${mark}><script>${run}</script></svg>`,
  `<body ${mark} onload=${run}>`,
  `<iframe ${mark} srcdoc="<script>parent.${run}</script>"></iframe>`,
  `<details ${mark} open ontoggle=${run}>x</details>`,
  `<video ${mark}><source onerror=${run}></video>`,
  `<input ${mark} autofocus onfocus=${run}>`,
  `<math ${mark}><mi xlink:href="javascript:${run}">x</mi></math>`,
  `<object ${mark} data="javascript:${run}"></object>`,
  `<template ${mark}><script>${run}</script></template>`,
  // What changes the page around it.
  `<base ${mark} href="//elsewhere.example/">`,
  `<meta ${mark} http-equiv=refresh content="0;url=javascript:${run}">`,
  `<link ${mark} rel=stylesheet href="//elsewhere.example/x.css">`,
  `<style ${mark}>*{display:none}</style>`,
  `<form ${mark} action="javascript:${run}"><button>x</button></form>`,
  `<a ${mark} href="javascript:${run}">x</a>`,
  `<h1 ${mark}>x</h1>`,
  `<!-- <img ${mark} src=x onerror=${run}> -->`,
  // Addresses.
  `javascript:${run}`,
  `JaVaScRiPt:${run}//`,
  `data:text/html,<script ${mark}>${run}</script>`,
  `vbscript:msgbox(1)`,
  `[x](javascript:${run})`,
  `![x](x" onerror="${run})`,
  // Templates.
  `{{constructor.constructor('${run}')()}}`,
  `{{count}}`,
  '$t(customer:back)',
  `\${${run}}`,
  `<%= ${run} %>`,
  `#{${run}}`,
  `{% ${run} %}`,
  // Spreadsheets and databases.
  `=cmd|'/C calc'!A1`,
  '+1+cmd|x',
  '-2+3+cmd|x',
  '@SUM(1+9)*cmd',
  `'; drop table claims; --`,
  // What programs take for nothing.
  'null',
  'undefined',
  'NaN',
  '[object Object]',
  '__proto__',
  '%00%0d%0aSet-Cookie: x=1',
  String.raw`\u0000\x3cscript\x3e`,
  // Letters that are more, or less, than they seem.
  '\u202Egpj.exe\u202C \u2066x\u2069',
  '👨‍👩‍👧‍👦🇨🇳👍🏽',
  '𠮷𠜎 e\u0301\u0301\u0301 ﷽',
  '\u200B\uFEFFx\u00A0\u2028',
  '长'.repeat(120),
]

/** Where the text would have to be in order to get out of it. */
const surroundings: readonly ((payload: string) => string)[] = [
  (payload) => payload,
  (payload) => `">${payload}`,
  (payload) => `'>${payload}`,
  (payload) => `</textarea></title></p>${payload}`,
  (payload) => `&lt;b&gt;${payload}&#60;`,
  (payload) => `]]>--></script>${payload}`,
]

/** Three hundred, each with a number of its own by which it is known where it is shown. */
export const payloads: readonly string[] = surroundings
  .flatMap((around) => templates.map(around))
  .map((payload, number) => `‹${number}›${payload}‹/${number}›`)
