/** Photographs that ask too much, and how they and an ordinary one beside them fare. */
import sharp from 'sharp'
import { photograph } from '../../demo/photograph.ts'
import type { Story } from '../../demo/story.ts'
import { type AtHand, until } from '../at-hand.ts'
import { checkFailure, type Shown } from './judgement.ts'
import type { Verdict } from '../verdict.ts'

/** Just below what is refused at once. Every row is needed for the first one, so that all of it is in memory. */
const side = 7000
const drawnWithin = 120_000

interface Documents {
  readonly documents: readonly (Shown & { readonly documentId: string })[]
}

type Picture = Uint8Array<ArrayBuffer>

/** Few bytes that are 49 million pixels, of another colour each time: what is equal is kept once. */
async function swollen(): Promise<Picture> {
  const shade = () => Math.floor(Math.random() * 256)
  const background = { r: shade(), g: shade(), b: shade(), alpha: 0.5 }
  const image = sharp({ create: { width: side, height: side, channels: 4, background } })
  return new Uint8Array(await image.png({ progressive: true, compressionLevel: 3 }).toBuffer())
}

export class Photographs {
  readonly #at: AtHand
  readonly #story: Story
  readonly #item: string
  readonly #tooLarge: Picture
  readonly #deadly: Picture

  private constructor(
    at: AtHand,
    story: Story,
    item: string,
    pictures: { readonly tooLarge: Picture; readonly deadly: Picture },
  ) {
    this.#at = at
    this.#story = story
    this.#item = item
    this.#tooLarge = pictures.tooLarge
    this.#deadly = pictures.deadly
  }

  /** Paints the pictures: to do so takes a core for seconds, which nobody shall have to share later. */
  static async paint(at: AtHand, story: Story, item: string): Promise<Photographs> {
    return new Photographs(at, story, item, { tooLarge: await swollen(), deadly: await swollen() })
  }

  async send(bytes: Picture, type: 'png' | 'jpeg'): Promise<string> {
    const form = new FormData()
    form.set('item', this.#item)
    form.set('channel', 'upload')
    form.set('file', new Blob([bytes], { type: `image/${type}` }), `photograph.${type}`)
    const { documentId } = await this.#story.customer.upload<{ documentId: string }>(
      this.#story.path('/documents'),
      form,
    )
    return documentId
  }

  async sendOrdinary(): Promise<string> {
    return this.send(await photograph('memory'), 'jpeg')
  }

  /** As the customer who sent it and its handler are shown it. */
  async shown(documentId: string): Promise<readonly Shown[]> {
    const contact = await this.#story.contact()
    const path = this.#story.path('/documents')
    const lists = await Promise.all([
      this.#story.customer.get<Documents>(path),
      contact.http.get<Documents>(path),
    ])
    return lists.flatMap(({ documents }) => documents.filter((one) => one.documentId === documentId))
  }

  async ends(documentId: string): Promise<void> {
    await until(
      'a photograph to be drawn, or to be given up',
      async () => (await this.shown(documentId)).every(({ state }) => state !== 'stored'),
      drawnWithin,
    )
  }

  /** Waits until a job runner has it in hand. */
  async inWork(documentId: string): Promise<void> {
    await until(
      'a photograph to be taken in hand',
      async () => {
        const jobs = await this.#at.query(
          `select from pgboss.job where name = 'documents' and state = 'active' and data ->> 'documentId' = $1`,
          [documentId],
        )
        return jobs.length > 0
      },
      drawnWithin,
    )
  }

  /** How often it was taken up again. */
  async tries(documentId: string): Promise<number> {
    const [job] = await this.#at.query<{ tries: number }>(
      `select retry_count as tries from pgboss.job where name = 'documents' and data ->> 'documentId' = $1`,
      [documentId],
    )
    return job?.tries ?? 0
  }

  /** One that its own child cannot hold, and an ordinary one behind it. */
  async tryTooLarge(verdict: Verdict): Promise<void> {
    const large = await this.send(this.#tooLarge, 'png')
    const ordinary = await this.sendOrdinary()
    await Promise.all([this.ends(large), this.ends(ordinary)])
    checkFailure(
      verdict,
      'people who see that a photograph took too much memory',
      await this.shown(large),
      'tookTooMuchMemory',
    )
    await this.#checkOrdinary(verdict, ordinary, 'an ordinary photograph beside it is ready')
    const again = await this.tries(large)
    verdict.check('times that it was tried again', again, again === 2 ? [] : [`${again} times instead of 2`])
  }

  /** One in whose work the runner itself ends each time. */
  async tryDeadly(verdict: Verdict, deaths: number, die: () => Promise<void>): Promise<void> {
    // It is drawn within the limit, and slowly enough for the runner to end first.
    const deadly = await this.send(this.#deadly, 'png')
    for (let death = 0; death < deaths; death += 1) {
      await this.inWork(deadly)
      await die()
      if (death === 0) {
        const ordinary = await this.sendOrdinary()
        await this.ends(ordinary)
        await this.#checkOrdinary(verdict, ordinary, 'an ordinary photograph is drawn between two deaths')
      }
      await until('the queue to notice', async () => (await this.tries(deadly)) > death, drawnWithin)
    }
    await this.ends(deadly)
    checkFailure(
      verdict,
      'people who see that a photograph was given up after its runners had died',
      await this.shown(deadly),
      'runnerDied',
    )
  }

  async #checkOrdinary(verdict: Verdict, documentId: string, what: string): Promise<void> {
    const shown = await this.shown(documentId)
    verdict.check(
      what,
      shown.length,
      shown.filter(({ state }) => state !== 'ready').map(({ state }) => `${state} is shown`),
    )
  }
}
