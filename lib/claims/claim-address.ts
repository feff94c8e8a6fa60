/** Where a claim is shown in its article, on this server. Ids are safe in addresses as they are. */
export function claimAddress(articleId: string, claimId: string): string {
  return `/articles/${articleId}#${claimAnchor(claimId)}`;
}

/** The name of a claim's place on its article's page. */
function claimAnchor(claimId: string): string {
  return `claim-${claimId}`;
}

/** Where everything that was done with a claim is told. */
export function historyAddress(claimId: string): string {
  return `/claims/${claimId}/history`;
}
