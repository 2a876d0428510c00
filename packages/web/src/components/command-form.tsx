import { Alert, Form } from 'antd';
import type { FormInstance } from 'antd/es/form';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { ApiRefusal } from '../api/api-refusal.ts';
import { messages } from '../app/messages.ts';
import { type FieldName, placeProblems } from './form-problems.ts';
import { holdEnter } from './hold-enter.ts';
import { RefusalAlert } from './refusal-alert.tsx';
import type { Draft } from './use-draft.ts';

export interface CommandFormProps<V extends object> {
  readonly form: FormInstance<V>;
  readonly draft: Draft<Partial<V>>;
  readonly initialValues?: Partial<V> | undefined;
  readonly refusal: ApiRefusal | null;
  readonly onFinish: (values: V) => void;
  readonly onValuesChange?: ((changed: Partial<V>, all: V) => void) | undefined;
  /** So long that Enter in one of its fields does not send it. */
  readonly long?: boolean;
  readonly children: ReactNode;
}

/** The body of every form: draft restored and kept, refusals at their fields with a summary above. */
export function CommandForm<V extends object>(props: CommandFormProps<V>) {
  const { form, draft, refusal } = props;
  const [restored, setRestored] = useState(draft.kept !== undefined);
  const [shownPaths, setShownPaths] = useState<readonly string[]>([]);
  const initial = useMemo(
    () => ({ ...props.initialValues, ...draft.kept }),
    [props.initialValues, draft.kept],
  );
  useEffect(() => {
    if (!refusal) return;
    const names = form.getFieldsError().map((field) => field.name as FieldName);
    const placed = placeProblems(refusal.problems, names);
    form.setFields(
      placed.fields.map(({ name, errors }) => ({ name: [...name] as never, errors: [...errors] })),
    );
    setShownPaths(placed.shownPaths);
    const first = placed.fields[0];
    if (first) form.scrollToField([...first.name] as never, { block: 'center' });
  }, [refusal, form]);
  const discard = () => {
    draft.clear();
    form.resetFields();
    form.setFieldsValue({ ...emptied(form.getFieldsValue(true)), ...props.initialValues } as never);
    setRestored(false);
  };
  return (
    <>
      <RefusalAlert refusal={refusal} shownPaths={shownPaths} />
      {restored && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 12 }}
          title={messages.states.draftRestored}
          action={
            <button type="button" className="mj-link" onClick={discard}>
              {messages.actions.discardDraft}
            </button>
          }
        />
      )}
      <Form<V>
        form={form}
        layout="vertical"
        initialValues={initial}
        scrollToFirstError={{ block: 'center', focus: true }}
        onFinish={props.onFinish}
        {...(props.long ? { onKeyDown: holdEnter } : {})}
        onValuesChange={(changed, all) => {
          draft.keep(all);
          props.onValuesChange?.(changed as Partial<V>, all);
        }}
      >
        {props.children}
      </Form>
    </>
  );
}

function emptied(values: object): Record<string, undefined> {
  return Object.fromEntries(Object.keys(values).map((key) => [key, undefined]));
}
