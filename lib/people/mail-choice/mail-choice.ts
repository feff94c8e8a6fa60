/** Which of what the desk has for a person comes to them by mail, where mail is set up. */
export const MAIL_CHOICES = ['all', 'mentions', 'none'] as const;
export type MailChoice = (typeof MAIL_CHOICES)[number];

export const MAIL_CHOICE_FACTS: Readonly<Record<MailChoice, { readonly label: string; readonly hint: string }>> = {
  all: { label: 'Everything the desk has for me', hint: 'Calls, answers, comments on my claims, returned claims, articles to check.' },
  mentions: { label: 'Only where somebody calls me', hint: 'By @ and my name.' },
  none: { label: 'Nothing', hint: 'It is all on the desk, under “For you”.' },
};

/** `version` goes up with each choice; 0: nothing was ever chosen. */
export type ChosenMail = { readonly choice: MailChoice; readonly version: number };
