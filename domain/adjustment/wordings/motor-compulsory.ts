import type { CompulsoryWording } from './wording.ts'

const name = { zh: '机动车交通事故责任强制保险', en: 'Compulsory motor insurance' }

/**
 * Limits by day of loss, in fen. The day counts and not the policy's start: the raised limits answered
 * for every accident from their first day on. Losses before 2008-02 have no row and go to a person.
 */
export const motorCompulsory: readonly CompulsoryWording[] = [
  {
    id: 'motorCompulsory',
    kind: 'motorCompulsory',
    name,
    effectiveFrom: '2008-02-01',
    effectiveTo: '2020-09-18',
    verified: true,
    source: 'Limits of 2008-02, read in court judgments',
    coverages: ['compulsoryMotor'],
    limits: {
      atFault: { deathAndDisability: 11_000_000, medical: 1_000_000, property: 200_000 },
      notAtFault: { deathAndDisability: 1_100_000, medical: 100_000, property: 10_000 },
    },
  },
  {
    id: 'motorCompulsory',
    kind: 'motorCompulsory',
    name,
    effectiveFrom: '2020-09-19',
    verified: true,
    source: 'Limits of 2020-09-19, several sources agree; the first day itself is from one source',
    coverages: ['compulsoryMotor'],
    limits: {
      atFault: { deathAndDisability: 18_000_000, medical: 1_800_000, property: 200_000 },
      notAtFault: { deathAndDisability: 1_800_000, medical: 180_000, property: 10_000 },
    },
  },
]
