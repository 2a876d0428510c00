import { App, Form } from 'antd';
import type { FormInstance } from 'antd/es/form';
import { type ReactNode, useRef } from 'react';
import type { ApiRefusal } from '../api/api-refusal.ts';
import { messages } from '../app/messages.ts';
import { type Draft, useDraft } from './use-draft.ts';

/** What FormDrawer and FormModal take. */
export interface FormDialogProps<V extends object> {
  readonly open: boolean;
  readonly title: ReactNode;
  readonly onClose: () => void;
  /** From `useCommand(endpoint, { refusals: 'inline' })`. */
  readonly command: {
    readonly isPending: boolean;
    readonly refusal: ApiRefusal | null;
    readonly reset: () => void;
  };
  /** Runs the command. Null keeps the form open (refused); anything else ends the draft and closes. */
  readonly onSubmit: (values: V) => Promise<unknown>;
  readonly initialValues?: Partial<V>;
  /** Under this key what is typed survives until done; name the thing too: `appeal.${entryId}`. */
  readonly draftKey?: string;
  readonly submitText?: string;
  readonly width?: number;
  /** Lent by the caller where fields depend on each other. */
  readonly form?: FormInstance<V>;
  readonly onValuesChange?: (changed: Partial<V>, all: V) => void;
  /** `Form.Item`s with names as in the request's body. */
  readonly children: ReactNode;
}

export interface FormDialog<V extends object> {
  readonly form: FormInstance<V>;
  readonly draft: Draft<Partial<V>>;
  readonly submit: (values: V) => void;
  readonly close: () => void;
  /** By the cross or Esc; Esc does not throw away what no draft keeps. */
  readonly leave: (event: { readonly type: string }) => void;
}

/** What the two have in common: submit once, close when done, keep the draft when not. */
export function useFormDialog<V extends object>(props: FormDialogProps<V>): FormDialog<V> {
  const [own] = Form.useForm<V>();
  const { message } = App.useApp();
  const form = props.form ?? own;
  const draft = useDraft<Partial<V>>(props.draftKey);
  // Rendered state comes too late for the second click of a double click.
  const sent = useRef(false);
  const close = () => {
    props.command.reset();
    props.onClose();
  };
  const leave = ({ type }: { readonly type: string }) => {
    if (type === 'keydown' && props.draftKey === undefined && form.isFieldsTouched()) {
      message.info(messages.states.notSent);
      return;
    }
    close();
  };
  const submit = async (values: V) => {
    if (sent.current) return;
    sent.current = true;
    const done = await props.onSubmit(values).finally(() => {
      sent.current = false;
    });
    if (done === null) return;
    draft.clear();
    close();
  };
  return { form, draft, submit: (values) => void submit(values), close, leave };
}
