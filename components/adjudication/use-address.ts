import { useEffect } from 'react';

/**
 * Has the address name what is shown, so that it can be sent to somebody. Past the router (its own state is handed back to it): told of
 * another address it would make the page anew when it reads it again, and with it what was decided last and can be undone.
 */
export function useAddress(claimId: string | null): void {
  useEffect(() => {
    const search = `?at=${claimId}`;
    // After each drawing: when the page is read again, the router writes the address it knows.
    if (claimId !== null && window.location.search !== search) window.history.replaceState(window.history.state, '', search);
  });
}
