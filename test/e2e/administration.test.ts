import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { signedIn } from './support.ts'

it('a person gets an account and a role by two administrators, a calendar gets a version, and an auditor finds who did it', async () => {
  const name = `测试${randomUUID().slice(0, 4).replaceAll(/\d/g, '甲').replaceAll(/[a-f]/g, '乙')}`
  const first = await signedIn('song.yi', { language: 'zh', width: 1440 })
  const { page } = first
  await page.goto('/staff/people')
  await page.getByRole('link', { name: '新增人员' }).click()
  await page.getByRole('heading', { name: '新增人员' }).waitFor()
  await page.getByLabel('姓名').fill(name)
  await page.getByLabel('工作电话').fill('021-50001234')
  const branch = page.getByLabel('机构', { exact: true })
  expect(await branch.locator('option:checked').textContent()).toBe('请选择')
  await branch.selectOption('上海分公司')
  await page.getByLabel('账号').fill(`t.${randomUUID().slice(0, 8)}`)
  await page.getByLabel('初始密码').fill('Lipei-Somebody-01')
  await page.getByRole('button', { name: '新增', exact: true }).click()
  await page.getByRole('heading', { name, exact: true }).waitFor()
  await page.getByText('调整承接工作').click()
  await page.getByLabel('财产险').check()
  await page.getByLabel('可承担的待办数').fill('12')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('可承担12项待办').waitFor()
  await page.getByText('授予岗位').click()
  await page.getByLabel('岗位', { exact: true }).selectOption('handler')
  await page.getByText('请选择机构。').waitFor()
  await page.getByLabel('机构', { exact: true }).selectOption('上海分公司')
  await page.getByRole('button', { name: '提出' }).first().click()
  await page.getByText('须由另一位管理员确认', { exact: true }).waitFor()
  const address = page.url()

  const second = await signedIn('xie.ning', { language: 'zh', width: 390 })
  await second.page.goto('/staff/people')
  await second.page.getByRole('button', { name: /只看待确认/ }).click()
  await second.page.getByRole('link', { name }).click()
  expect(second.page.url()).toBe(address)
  await second.page.getByRole('button', { name: '确认', exact: true }).click()
  await second.page.getByText('宋怡 提出，谢宁 确认').waitFor()
  expect(await second.barriers()).toEqual([])

  await page.goto('/staff/calendars')
  await page.getByRole('button', { name: '新增版本' }).click()
  const version = `cn-${randomUUID().slice(0, 8)}`
  await page.getByLabel('版本名').fill(version)
  await page.getByLabel('生效时间').fill('2099-01-01T00:00')
  await page.getByLabel('首日').fill('2099-02-02')
  await page.getByLabel('末日').fill('2099-02-04')
  await page.getByRole('button', { name: '加入3天' }).click()
  await page.getByText('新增3天，去掉0天').waitFor()
  expect(await first.barriers()).toEqual([])
  await page.getByRole('button', { name: '保存新版本' }).click()
  await page.getByText(version).waitFor()

  const auditor = await signedIn('liang.shen', { language: 'zh', width: 1440 })
  const desk = auditor.page
  await desk.goto('/staff/audit')
  await desk.getByLabel('操作', { exact: true }).selectOption('manageCalendars')
  await desk.getByLabel('操作人').selectOption({ label: '宋怡' })
  await desk.getByRole('button', { name: '查询' }).click()
  await desk.waitForURL(/action=manageCalendars/)
  await desk
    .getByRole('row', { name: /宋怡.*维护工作日历.*已完成/ })
    .first()
    .waitFor()
  await desk
    .getByRole('button', { name: /^校验第/ })
    .first()
    .click()
  await desk.getByText(/重新计算一致/).waitFor()
  const [file] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('button', { name: '导出表格（CSV）' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('lipei-audit.csv')
  await desk.goto('/staff/audit?action=readAudit')
  await desk
    .getByRole('row', { name: /梁珅.*导出审计记录/ })
    .first()
    .waitFor()
  expect(await auditor.barriers()).toEqual([])
})
