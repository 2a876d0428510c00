import { Modal } from 'antd';
import { messages } from '../app/messages.ts';
import { CommandForm } from './command-form.tsx';
import { type FormDialogProps, useFormDialog } from './form-dialog.ts';

/** A short form in the middle of the screen: one decision, a few fields. */
export function FormModal<V extends object>(props: FormDialogProps<V>) {
  return props.open ? <OpenFormModal {...props} /> : null;
}

function OpenFormModal<V extends object>(props: FormDialogProps<V>) {
  const { form, draft, submit, leave } = useFormDialog(props);
  return (
    <Modal
      open
      title={props.title}
      onCancel={leave}
      onOk={form.submit}
      okText={props.submitText ?? messages.actions.submit}
      cancelText={messages.actions.cancel}
      confirmLoading={props.command.isPending}
      mask={{ closable: false }}
      width={props.width ?? 520}
    >
      <CommandForm
        {...{ form, draft }}
        initialValues={props.initialValues}
        refusal={props.command.refusal}
        onFinish={submit}
        onValuesChange={props.onValuesChange}
      >
        {props.children}
      </CommandForm>
    </Modal>
  );
}
