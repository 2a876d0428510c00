import { Button, Drawer, Space } from 'antd';
import { messages } from '../app/messages.ts';
import { useIsPhone } from '../app/use-is-phone.ts';
import { CommandForm } from './command-form.tsx';
import { type FormDialogProps, useFormDialog } from './form-dialog.ts';

/** A form at the right edge (the whole screen on the phone), so that the list it came from stays in sight. */
export function FormDrawer<V extends object>(props: FormDialogProps<V>) {
  return props.open ? <OpenFormDrawer {...props} /> : null;
}

function OpenFormDrawer<V extends object>(props: FormDialogProps<V>) {
  const phone = useIsPhone();
  const { form, draft, submit, close, leave } = useFormDialog(props);
  return (
    <Drawer
      open
      title={props.title}
      onClose={leave}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '92vh' : (props.width ?? 560)}
      mask={{ closable: false }}
      footer={
        <Space style={{ display: 'flex', justifyContent: 'flex-end' }}>
          <Button onClick={close}>{messages.actions.cancel}</Button>
          <Button type="primary" loading={props.command.isPending} onClick={form.submit}>
            {props.submitText ?? messages.actions.submit}
          </Button>
        </Space>
      }
    >
      <CommandForm
        long
        {...{ form, draft }}
        initialValues={props.initialValues}
        refusal={props.command.refusal}
        onFinish={submit}
        onValuesChange={props.onValuesChange}
      >
        {props.children}
      </CommandForm>
    </Drawer>
  );
}
