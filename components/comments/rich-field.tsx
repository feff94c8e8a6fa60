import { Editor } from '@tiptap/core';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { type Call, callAt } from '@/lib/comments/call-at';
import { type EditorNode, textToDoc } from '@/lib/comments/editor-doc';
import type { PersonRef } from '@/lib/kernel/person';
import { CallList } from './call-list';
import { COMMENT_SCHEMA } from './editor-schema';
import { LinkForm } from './link-form';
import { readablePaste } from './pasted';

export type RichFieldProps = {
  label: string;
  hint: string;
  error: string | null;
  /** The document it begins with: what the editor wrote before, or plain text of an older build. */
  start: string;
  people: readonly PersonRef[];
  autoFocus: boolean;
  /** The document after each change, as text to keep; empty while nothing is in it. */
  onChange: (kept: string, doc: EditorNode) => void;
  onSend: () => void;
  onCancel?: (() => void) | undefined;
};

const MARKS = [
  { name: 'bold', label: 'Bold', letter: 'B', keys: 'Control+B', run: (editor: Editor) => editor.chain().focus().toggleBold().run() },
  { name: 'italic', label: 'Italic', letter: 'I', keys: 'Control+I', run: (editor: Editor) => editor.chain().focus().toggleItalic().run() },
  {
    name: 'bulletList',
    label: 'List',
    letter: 'List',
    keys: 'Control+Shift+8',
    run: (editor: Editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'orderedList',
    label: 'Numbered list',
    letter: '1. 2.',
    keys: 'Control+Shift+7',
    run: (editor: Editor) => editor.chain().focus().toggleOrderedList().run(),
  },
] as const;

/** Never by colour alone. */
const PRESSED = 'aria-pressed:underline';

const RICH =
  'input min-h-20 break-words whitespace-pre-wrap [&_p]:whitespace-pre-wrap [&_p+p]:mt-1.5 [&_ul]:my-1.5 [&_ul]:list-disc [&_ul]:ps-4.5 [&_ol]:my-1.5 [&_ol]:list-decimal [&_ol]:ps-6 [&_strong]:font-strong [&_a]:underline';

type Calling = Call & { readonly at: number };
type Shown = { readonly active: readonly string[]; readonly calling: Calling | null };

/** A field in which words can be bold, slanted, a link or somebody who is called; lists too. What is pasted becomes that or plain text. */
export function RichField({ label, hint, error, start, people, autoFocus, onChange, onSend, onCancel }: RichFieldProps) {
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const editorRef = useRef<Editor | null>(null);
  const [{ active, calling }, setShown] = useState<Shown>({ active: [], calling: null });
  const [linking, setLinking] = useState(false);
  const latest = useRef({ onChange, onKey: (_: KeyboardEvent): boolean => false, people });
  latest.current = { onChange, onKey, people };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is made once; what changes is read from `latest`
  useEffect(() => {
    const look = (editor: Editor, moved: number | null) =>
      setShown(({ calling: before }) => ({
        active: ['bold', 'italic', 'bulletList', 'orderedList', 'link'].filter((name) => editor.isActive(name)),
        calling: callOf(editor, latest.current.people, moved ?? before?.at ?? 0),
      }));
    const editor = new Editor({
      element: place.current,
      extensions: COMMENT_SCHEMA,
      content: toContent(start) as never,
      injectCSS: false,
      editorProps: {
        attributes: {
          ...{ role: 'textbox', 'aria-multiline': 'true', 'aria-labelledby': `${id}-label`, class: RICH, dir: 'auto' },
          'aria-describedby': `${id}-error ${id}-hint`,
        },
        transformPastedHTML: readablePaste,
        handleKeyDown: (_view, event) => latest.current.onKey(event),
      },
      onTransaction: ({ editor: now, transaction }) => {
        look(now, transaction.docChanged ? 0 : null);
        if (!transaction.docChanged) return;
        const doc = now.getJSON() as EditorNode;
        latest.current.onChange(now.isEmpty ? '' : JSON.stringify(doc), doc);
      },
      onBlur: () => setShown((shown) => ({ ...shown, calling: null })),
    });
    editorRef.current = editor;
    onChange(start, editor.getJSON() as EditorNode);
    if (autoFocus) editor.commands.focus('end');
    return () => editor.destroy();
  }, []);

  useEffect(() => {
    const { dom } = editorRef.current?.view ?? {};
    if (dom === undefined) return;
    toggle(dom, 'aria-invalid', error === null ? null : 'true');
    toggle(dom, 'aria-autocomplete', calling === null ? null : 'list');
    toggle(dom, 'aria-controls', calling === null ? null : `${id}-people`);
    toggle(dom, 'aria-activedescendant', calling === null ? null : `${id}-person-${calling.at}`);
  }, [error, calling, id]);

  function call(person: PersonRef | undefined): void {
    const editor = editorRef.current;
    if (editor === null || calling === null || person === undefined) return;
    const { head } = editor.state.selection;
    const mention = { type: 'mention', attrs: { id: person.id, label: `@${person.name}` } };
    editor
      .chain()
      .focus()
      .insertContentAt({ from: head - calling.length, to: head }, [mention, { type: 'text', text: ' ' }])
      .run();
  }

  /** What the field does with a key before the editor sees it; true where that is all. */
  function onKey(event: KeyboardEvent): boolean {
    if (event.isComposing) return false;
    const withCtrl = (event.ctrlKey || event.metaKey) && !event.altKey;
    if (calling !== null && !withCtrl) {
      const last = calling.offers.length - 1;
      const step = { ArrowDown: calling.at === last ? 0 : calling.at + 1, ArrowUp: calling.at === 0 ? last : calling.at - 1 }[event.key];
      if (step !== undefined) return done(event, () => setShown((shown) => ({ ...shown, calling: { ...calling, at: step } })));
      if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) return done(event, () => call(calling.offers[calling.at]));
      if (event.key === 'Escape') return done(event, () => setShown((shown) => ({ ...shown, calling: null })));
    }
    if (withCtrl && event.key === 'Enter') return done(event, onSend);
    if (withCtrl && event.key.toLowerCase() === 'k') return done(event, () => setLinking(true));
    if (event.key === 'Escape' && onCancel !== undefined) return done(event, onCancel);
    return false;
  }

  return (
    <div className="grid gap-1.5">
      <span id={`${id}-label`} className="font-medium">
        {label}
      </span>
      <div ref={place} />
      {calling === null ? null : <CallList id={id} offers={calling.offers} at={calling.at} onCall={call} />}
      <p role="status" className="sr-only">
        {calling === null ? '' : `${calling.offers.length} to call: arrows choose, Enter takes.`}
      </p>
      <p id={`${id}-hint`} className="text-ink-3 text-small">
        {hint}
      </p>
      <p id={`${id}-error`} aria-live="polite" className="text-alarm text-small empty:-mt-1.5">
        {error}
      </p>
      <fieldset aria-label="Format" className="flex flex-wrap gap-0.5">
        {MARKS.map(({ name, label: says, letter, keys, run }) => (
          <Button
            key={name}
            size="s"
            tone="quiet"
            className={PRESSED}
            aria-label={says}
            aria-pressed={active.includes(name)}
            aria-keyshortcuts={keys}
            title={`${says} (${keys.replace('Control', 'Ctrl').replaceAll('+', ' ')})`}
            onMouseDown={keepFocus}
            onClick={() => editorRef.current !== null && run(editorRef.current)}
          >
            {letter}
          </Button>
        ))}
        <Button
          size="s"
          tone="quiet"
          className={PRESSED}
          aria-pressed={active.includes('link')}
          aria-expanded={linking}
          aria-keyshortcuts="Control+K"
          title="Link (Ctrl K)"
          onClick={() => setLinking(!linking)}
        >
          Link
        </Button>
      </fieldset>
      {linking && editorRef.current !== null ? (
        <LinkForm
          start={String(editorRef.current.getAttributes('link').href ?? '')}
          onDone={(href) => {
            setLinking(false);
            if (editorRef.current !== null) putLink(editorRef.current, href);
          }}
        />
      ) : null}
    </div>
  );
}

function toContent(start: string): EditorNode {
  try {
    const doc = JSON.parse(start) as EditorNode | null;
    if (doc?.type === 'doc') return doc;
  } catch {
    // Plain text: what an older build kept.
  }
  return textToDoc(start);
}

function callOf({ state, isFocused }: Editor, people: readonly PersonRef[], at: number): Calling | null {
  const { $head, empty } = state.selection;
  if (!empty || !isFocused) return null;
  // A break or somebody who is called stands for one character, which no name holds.
  const before = $head.parent.textBetween(Math.max(0, $head.parentOffset - 60), $head.parentOffset, undefined, '\n');
  const call = callAt(before, people);
  return call === null ? null : { ...call, at: Math.min(at, call.offers.length - 1) };
}

/** Null takes the link away, undefined leaves all as it is. Where no words are selected the address itself is put in. */
function putLink(editor: Editor, href: string | null | undefined): void {
  const chain = editor.chain().focus();
  if (href === undefined) chain.run();
  else if (href === null) chain.extendMarkRange('link').unsetLink().run();
  else if (editor.state.selection.empty && !editor.isActive('link'))
    chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run();
  else chain.extendMarkRange('link').setLink({ href }).run();
}

function done(event: KeyboardEvent, act: () => void): true {
  // What the field takes is no key of the page around it.
  event.preventDefault();
  event.stopPropagation();
  act();
  return true;
}

function toggle(dom: HTMLElement, name: string, value: string | null): void {
  if (value === null) dom.removeAttribute(name);
  else dom.setAttribute(name, value);
}

/** A button that is pressed with the mouse leaves the selection in the field. */
function keepFocus(event: { preventDefault: () => void }): void {
  event.preventDefault();
}
