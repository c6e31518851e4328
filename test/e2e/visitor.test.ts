import { expect, it } from 'vitest'
import { visitor } from './support.ts'

it('a visitor goes from one address of a page to another that keeps its heading', async () => {
  const reader = await visitor({ language: 'zh', width: 390 })
  // Like a page that shows what its address says only when it is made anew.
  await reader.page.route('**/my/kept/*', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<main><h1></h1></main><script>document.querySelector("h1").textContent = location.pathname</script>',
    }),
  )
  for (const path of ['/my/kept/one', '/my/kept/other']) {
    await reader.go(path)
    expect(await reader.page.locator('h1').textContent()).toBe(path)
  }
})
