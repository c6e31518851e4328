import type { Instant } from '../domain/time/instant.ts'

/** A message as a telephone of the demonstration shows it. */
export interface ShownMessage {
  readonly id: string
  readonly phone: string
  readonly template: string
  readonly text: string
  readonly acceptedAt: Instant
  readonly deliveredAt: Instant | null
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => escapes[character] ?? character)
}

const styles = `body{font:15px/1.5 system-ui,sans-serif;margin:0 auto;max-width:44rem;padding:1rem;background:#f5f5f5}
header{background:#b45309;color:#fff;padding:.75rem 1rem;border-radius:.5rem}
h1{font-size:1.1rem;margin:0}form{margin:1rem 0}input{font:inherit;padding:.3rem}
article{background:#fff;border-radius:.5rem;padding:.75rem 1rem;margin:.75rem 0}
article p{margin:.25rem 0;white-space:pre-wrap}small{color:#555}`

/** Without script: the browser asks again by itself every few seconds. */
export function outboxPage(messages: readonly ShownMessage[], phone: string | undefined): string {
  const shown = messages.map(article).join('\n')
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="3">
<title>演示环境 outbox</title><style>${styles}</style></head>
<body>
<header><h1>演示环境 outbox</h1>
<p>Demonstration only: what telephones would have received. 仅供演示：此处显示本应发送到手机的短信，包括验证码。</p></header>
<form method="get" action="/outbox"><label>手机号 Phone <input name="phone" inputmode="tel" value="${escape(phone ?? '')}"></label>
<button>筛选 Filter</button> <a href="/outbox">全部 All</a></form>
<main>${shown === '' ? '<p>还没有短信。 No messages yet.</p>' : shown}</main>
</body></html>`
}

function article({ phone, template, text, acceptedAt, deliveredAt }: ShownMessage): string {
  const state = deliveredAt === null ? '发送中 on its way' : `已送达 delivered ${clock(deliveredAt)}`
  return `<article><small>${escape(phone)} · ${escape(template)} · ${clock(acceptedAt)} · ${state}</small>
<p>${escape(text)}</p></article>`
}

/** In the insurer's zone, which has been UTC+08:00 since 1991. */
function clock(instant: Instant): string {
  return new Date(instant + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}
