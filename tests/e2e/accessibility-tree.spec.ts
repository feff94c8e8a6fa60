import { dragOver, makeClaim, openArticle, press, saved, text } from './support/annotate-page';
import { expect, signIn, test } from './support/test';

// What assistive technology is given of marks that lie over one another: recorded from Chromium's own tree.

test('words under two claims are told with both, from where each begins to where it ends', async ({ page }) => {
  await signIn(page, 'checker');
  await openArticle(page, 'Bridge to close\n\nThe mayor said the bridge will close in May.');
  await makeClaim(page, { sentence: 1, keys: ['9'] });
  await dragOver(page, 'the bridge will');
  await press(page, 'Enter', '1');
  await page.keyboard.insertText('The mayor');
  await press(page, 'Enter', 'm', 'Enter');
  await expect(saved(page)).toHaveText('All changes saved');
  await expect(text(page)).toMatchAriaSnapshot(`
    - textbox "Article text":
      - heading "Bridge to close" [level=1]
      - paragraph:
        - button "Claim 1, No source, high confidence"
        - text: "starts here:"
        - mark: The mayor said
        - button "Claim 2, On the record, moderate confidence"
        - text: "starts here:"
        - mark
        - mark:
          - mark: the bridge will
        - text: End of claim 2.
        - mark: close in May.
        - text: End of claim 1.
  `);

  // Each mark leads to its claim's line in the list of claims.
  const tree = await page.context().newCDPSession(page);
  const { nodes } = await tree.send('Accessibility.getFullAXTree');
  const details = nodes
    .filter(({ role, ignored }) => role?.value === 'mark' && !ignored)
    .map(({ properties }) => properties?.find(({ name }) => name === 'details')?.value.relatedNodes?.[0]?.idref ?? null);
  const lines = await page
    .getByRole('navigation', { name: 'Claims' })
    .getByRole('listitem')
    .evaluateAll((items) => items.map(({ id }) => id));
  expect(lines).toHaveLength(2);
  expect(details).toHaveLength(5);
  expect(new Set(details)).toEqual(new Set(lines));
});
