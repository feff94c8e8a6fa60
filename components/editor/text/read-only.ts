import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';

/**
 * The text can be read, selected and walked through with a real caret, and never changed. The view stays
 * contenteditable, since a view that is not has no caret; every change is refused instead: the browser's
 * own input is stopped where it can be, and whatever gets past it (an input method, an extension writing
 * into the page) is refused as a transaction, after which the view draws the document again.
 */
export const ReadOnlyWithCaret = Extension.create({
  name: 'readOnlyWithCaret',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: new PluginKey('readOnlyWithCaret'),
        filterTransaction: (transaction) => !transaction.docChanged,
        props: {
          attributes: READ_ONLY_ATTRIBUTES,
          handleDOMEvents: {
            beforeinput: stop,
            paste: stop,
            drop: stop,
            // An input method's text cannot be stopped before it is in the page; leaving the field ends it.
            compositionstart: (view) => {
              view.dom.blur();
              queueMicrotask(() => view.focus());
              return false;
            },
          },
          handlePaste: () => true,
          handleDrop: () => true,
          handleTextInput: () => true,
        },
      }),
    ];
  },
});

function stop(_view: unknown, event: Event): boolean {
  event.preventDefault();
  return true;
}

const READ_ONLY_ATTRIBUTES: Readonly<Record<string, string>> = {
  role: 'textbox',
  'aria-multiline': 'true',
  'aria-readonly': 'true',
  'aria-label': 'Article text',
  // Touch keyboards stay shut: there is nothing to type.
  inputmode: 'none',
  spellcheck: 'false',
  autocorrect: 'off',
  autocapitalize: 'off',
  autocomplete: 'off',
  writingsuggestions: 'false',
  translate: 'no',
  // Writing assistants read these and keep out.
  'data-gramm': 'false',
  'data-gramm_editor': 'false',
  'data-enable-grammarly': 'false',
  'data-lt-active': 'false',
  'data-ms-editor': 'false',
};
