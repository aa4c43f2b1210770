import {afterAll, beforeAll, expect, test} from 'vitest'
import {openDesk, type StudioDesk} from './harness.ts'

let desk: StudioDesk

beforeAll(async () => {
  const article = {_type: 'article', headline: 'Harbour under ice', slug: {_type: 'slug', current: 'harbour'}}
  desk = await openDesk(
    [{...article, _id: 'drafts.seen'}],
    [
      {id: 'vera', name: 'Vera Viewer', email: 'vera@localhost', role: 'viewer'},
      {id: 'anna', name: 'Anna Administrator', email: 'anna@localhost', role: 'administrator'},
    ],
  )
})
afterAll(() => desk?.close())

test('one who may only read sees the list and the article, follows it live, and can change nothing', async () => {
  const page = await desk.openTab('/structure/articles;all-articles')
  page.setDefaultTimeout(60_000)
  await page.getByText('Harbour under ice').first().click()
  const headline = page.locator('input#headline')
  await headline.waitFor()
  await page
    .getByText(/does not have permission to/)
    .first()
    .waitFor()
  expect(await headline.getAttribute('readonly')).not.toBeNull()
  await desk.client.patch('drafts.seen').set({headline: 'Harbour open again'}).commit()
  await expect.poll(() => headline.inputValue(), {timeout: 60_000}).toBe('Harbour open again')
  expect(await page.getByTestId('action-publish').isDisabled()).toBe(true)
  await page.close()
  expect(desk.errors).toEqual([])
})
