import { Button, Form, Input } from 'antd';
import type { ButtonProps } from 'antd/es/button';
import { type ReactNode, useState } from 'react';
import type { FormDialogProps } from './form-dialog.ts';
import { FormModal } from './form-modal.tsx';

interface ConfirmActionProps {
  /** The words on the button, and on the button that confirms. */
  readonly label: string;
  /** What will happen, and whether it can be undone. */
  readonly consequence: ReactNode;
  /** Asks for a reason; the text is its label. */
  readonly reason?: string;
  readonly command: FormDialogProps<{ reason: string }>['command'];
  /** Runs the command; null means refused and keeps the dialog open. `reason` is '' where none was asked. */
  readonly onConfirm: (reason: string) => Promise<unknown>;
  readonly button?: ButtonProps;
}

/** A button that says what it will do before it does it. */
export function ConfirmAction({
  label,
  consequence,
  reason,
  command,
  onConfirm,
  button,
}: ConfirmActionProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button {...button} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <FormModal<{ reason?: string }>
        open={open}
        title={label}
        submitText={label}
        command={command}
        onClose={() => setOpen(false)}
        onSubmit={(values) => onConfirm(values.reason?.trim() ?? '')}
      >
        <p style={{ marginTop: 0 }}>{consequence}</p>
        {reason && (
          <Form.Item
            name="reason"
            label={reason}
            rules={[{ required: true, whitespace: true, message: `请填写${reason}` }]}
          >
            <Input.TextArea autoFocus maxLength={100} showCount autoSize={{ minRows: 2, maxRows: 5 }} />
          </Form.Item>
        )}
      </FormModal>
    </>
  );
}
