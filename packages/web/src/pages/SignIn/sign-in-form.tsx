import { LockOutlined, UserOutlined, WarningOutlined } from '@ant-design/icons';
import { identity } from '@mingji/contract';
import { Alert, Button, Form, Input } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { RefusalAlert } from '../../components/refusal-alert.tsx';
import { texts } from './texts.ts';

interface SignInFormProps {
  /** Why the sign-in is asked for, when it is not the first thing today. */
  readonly notice: string | null;
  readonly onEntered: (session: identity.SessionView) => void;
}
interface Values {
  readonly username: string;
  readonly password: string;
}

export function SignInForm({ notice, onEntered }: SignInFormProps) {
  const [capsLock, setCapsLock] = useState(false);
  const signIn = useCommand(identity.signIn, { refusals: 'inline', doneText: null, onDone: onEntered });
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  const submit = ({ username, password }: Values) =>
    void signIn.run({ body: { username: username.normalize('NFKC').trim(), password } });
  return (
    <Form<Values> layout="vertical" size="large" requiredMark={false} onFinish={submit}>
      <h2 style={{ margin: '0 0 12px', fontSize: '1.4em' }}>{texts.heading}</h2>
      {notice && !signIn.refusal && (
        <Alert type="info" showIcon title={notice} style={{ marginBottom: 12 }} />
      )}
      <RefusalAlert refusal={signIn.refusal} />
      {signIn.refusal?.code === 'locked' && <p>{texts.lockedHow}</p>}
      <Form.Item
        name="username"
        label={texts.username}
        extra={texts.usernameHint}
        rules={[{ required: true, whitespace: true, message: texts.needUsername }]}
      >
        <Input prefix={<UserOutlined />} autoFocus autoComplete="username" maxLength={64} />
      </Form.Item>
      <Form.Item
        name="password"
        label={texts.password}
        rules={[{ required: true, message: texts.needPassword }]}
        extra={
          capsLock && (
            <span role="status">
              <WarningOutlined aria-hidden /> {texts.capsLock}
            </span>
          )
        }
      >
        <Input.Password
          prefix={<LockOutlined />}
          autoComplete="current-password"
          maxLength={128}
          onKeyDown={watchCapsLock}
          onKeyUp={watchCapsLock}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
        {texts.enter}
      </Button>
    </Form>
  );
}
