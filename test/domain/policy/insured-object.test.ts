import { describe, expect, it } from 'vitest'
import { describeMasked } from '../../../domain/policy/insured-object.ts'

const vehicle = { kind: 'vehicle', vehicleNumber: 'LSVNV2187H2043187', seats: 5 } as const

describe('the masked description of what is insured', () => {
  it.each([
    [{ ...vehicle, plate: '沪A8F6K2', model: '途观' }, '沪A***K2 途观 5座'],
    [{ ...vehicle, plate: '沪AD30586' }, '沪A****86 5座'],
    [vehicle, '****3187 5座'],
    [{ kind: 'building', address: '上海市徐汇区枫林路12弄6号' } as const, '房屋 上海市徐汇区****'],
    [{ kind: 'building', address: '建德市梅城镇1号' } as const, '房屋 建德****'],
    [
      { kind: 'contents', address: '浙江省淳安县千岛湖镇2号', description: '家电' } as const,
      '家电 浙江省淳安县****',
    ],
  ])('lets its owner recognise it and nobody find it', (object, shown) => {
    expect(describeMasked(object).zh).toBe(shown)
  })
})
