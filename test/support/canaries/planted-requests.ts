/** Goes between the people of a journey and the API: plants canaries in whatever they send, and keeps refusals. */
import sharp from 'sharp'
import type { ApiDocument } from '../../../scripts/browser/text-fields.ts'
import type { Canaries } from './canaries.ts'

type Json = Readonly<Record<string, unknown>>

/** What a body of a route says besides what the journey has it say. */
type Additions = (body: Json, canaries: Canaries) => Json

const additions: readonly (readonly [RegExp, Additions])[] = [
  [
    /^POST \/claims$/,
    (body, canaries) => ({
      ...body,
      narrative: canaries.text('narrative'),
      damage: canaries.text('damage'),
      placeText: canaries.text('place of the loss'),
      thirdPartyPlate: canaries.plate('of the other car'),
      reporter: {
        name: canaries.name('of the reporter'),
        phone: canaries.phone('of the reporter'),
        relation: canaries.word('relation'),
      },
      parties: [
        ...((body['parties'] as readonly Json[] | undefined) ?? []),
        {
          role: 'driver',
          name: canaries.name('of the driver'),
          phone: canaries.phone('of the driver'),
          identityNumber: canaries.identityNumber('of the driver'),
        },
      ],
    }),
  ],
  [
    /^PUT \/claims\/[^/]+\/survey\/report$/,
    (body, canaries) => ({
      ...body,
      placeText: canaries.text('place of the survey'),
      findings: canaries.text('findings'),
      conclusion: canaries.text('conclusion'),
      statements: [{ by: 'driver', name: canaries.name('of a witness'), text: canaries.text('statement') }],
    }),
  ],
  [
    /^PUT \/claims\/[^/]+\/parties\/[^/]+\/account$/,
    (body, canaries) => ({ ...body, number: canaries.account('of a payee') }),
  ],
  [
    /^POST \/policies\/imports$/,
    (body, canaries) => ({
      ...body,
      policies: (body['policies'] as readonly { objects: readonly Json[] }[]).map((policy) => ({
        ...policy,
        objects: policy.objects.map((object) => ({
          ...object,
          vehicleNumber: canaries.vehicleNumber('number'),
          engineNumber: canaries.word('number of the engine'),
          model: canaries.text('model'),
        })),
      })),
    }),
  ],
]

export class PlantedRequests {
  /** Bodies of every answer that was no success. */
  readonly problems: string[] = []
  readonly #canaries: Canaries
  readonly #api: string
  readonly #fetch = globalThis.fetch
  #routes: readonly { readonly pattern: RegExp; readonly fields: ReadonlySet<string> }[] = []

  private constructor(canaries: Canaries, api: string) {
    this.#canaries = canaries
    this.#api = api
  }

  static async begin(canaries: Canaries, api: string): Promise<PlantedRequests> {
    const planted = new PlantedRequests(canaries, api)
    const document = (await (await fetch(`${api}/openapi.json`)).json()) as ApiDocument
    planted.#routes = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { requestBody }]) => ({
        pattern: new RegExp(`^${method.toUpperCase()} ${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
        fields: new Set(
          Object.values(requestBody?.content ?? {}).flatMap(({ schema }) =>
            Object.keys(schema.properties ?? {}),
          ),
        ),
      })),
    )
    globalThis.fetch = (input, init) => planted.#send(input, init)
    return planted
  }

  end(): void {
    globalThis.fetch = this.#fetch
  }

  async #send(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
    if (typeof input !== 'string' || !input.startsWith(this.#api)) return this.#fetch(input, init)
    const request = `${init.method ?? 'GET'} ${new URL(input).pathname}`
    const headers = new Headers(init.headers)
    headers.set('user-agent', this.#canaries.word('user agent'))
    headers.set('baggage', `who=${this.#canaries.word('baggage')}`)
    headers.set('tracestate', `who=${this.#canaries.word('tracestate')}`)
    const body = await this.#planted(request, init.body)
    const response = await this.#fetch(input, { ...init, headers, ...(body === undefined ? {} : { body }) })
    for (const cookie of response.headers.getSetCookie()) {
      const token = /=([^;]{16,})/.exec(cookie)?.[1]
      if (token !== undefined) this.#canaries.addToken('cookie of a session', token)
    }
    if (response.status >= 400) this.problems.push(await response.clone().text())
    return response
  }

  async #planted(request: string, body: unknown): Promise<string | FormData | undefined> {
    if (body instanceof FormData) return this.#upload(body)
    if (typeof body !== 'string') return undefined
    let sent: Json
    try {
      sent = JSON.parse(body) as Json
    } catch {
      return body
    }
    if (typeof sent['code'] === 'string' && /^\d{6}$/.test(sent['code']))
      this.#canaries.add('oneTimeCode of a customer', sent['code'])
    const fields = this.#routes.find(({ pattern }) => pattern.test(request))?.fields
    if (fields?.has('note') === true) sent = { ...sent, note: this.#canaries.text(`note of ${request}`) }
    for (const [pattern, add] of additions) if (pattern.test(request)) sent = add(sent, this.#canaries)
    return JSON.stringify(sent)
  }

  /** A photograph with a telling name, and with what cameras and their owners write into them. */
  async #upload(form: FormData): Promise<FormData> {
    const file = form.get('file')
    if (!(file instanceof Blob)) return form
    const exif = {
      IFD0: {
        ImageDescription: this.#canaries.word('in a photograph'),
        Artist: this.#canaries.word('photographer'),
      },
    }
    const bytes = await sharp(await file.arrayBuffer())
      .withExif(exif)
      .jpeg()
      .toBuffer()
    form.set(
      'file',
      new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }),
      `${this.#canaries.word('file name')}.jpg`,
    )
    return form
  }
}
