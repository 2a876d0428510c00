import { identity } from '@mingji/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Navigate, useRouter } from '@tanstack/react-router';
import { Alert, App, Button, Form, Input, Space } from 'antd';
import { useEffect, useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { messages } from '../../app/messages.ts';
import { refreshSession, useSessionState } from '../../app/session.tsx';
import { useSignOut } from '../../components/account-menu.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { RefusalAlert } from '../../components/refusal-alert.tsx';
import { RuleChecklist } from '../../components/rule-checklist.tsx';
import { StandingLine } from '../../components/standing-line.tsx';
import styles from './change-password-page.module.css';
import { passwordRules } from './password-rules.ts';

interface Values {
  readonly current: string;
  readonly wanted: string;
  readonly again: string;
}

/** Outside the frame, because nothing else may be done before the first password is changed. */
export function ChangePasswordPage() {
  const state = useSessionState();
  if (state.kind === 'loading') return <LoadingState />;
  if (state.kind !== 'signedIn') return <Navigate to="/sign-in" replace />;
  return <ChangePasswordForm account={state.session.account} />;
}

function ChangePasswordForm({ account }: { readonly account: identity.SessionView['account'] }) {
  const [form] = Form.useForm<Values>();
  const queries = useQueryClient();
  const router = useRouter();
  const { message } = App.useApp();
  const signOut = useSignOut();
  const typed = Form.useWatch('wanted', form) ?? '';
  const current = Form.useWatch('current', form) ?? '';
  const rules = passwordRules(typed, account.username, current);
  const command = useCommand(identity.changePassword, { refusals: 'inline', doneText: null });
  const [changed, setChanged] = useState(false);
  useEffect(() => {
    document.title = `${messages.actions.changePassword} · ${messages.product}`;
  }, []);
  // Left only once this page itself has the fresh session: before, the frame would send us straight back.
  if (changed && !account.mustChangePassword) return <Navigate to="/" replace />;
  const submit = async (values: Values) => {
    const done = await command.run({
      body: { currentPassword: values.current, newPassword: values.wanted },
    });
    if (!done) return;
    await refreshSession(queries);
    message.success('密码已修改');
    setChanged(true);
  };
  return (
    <main className={styles.page}>
      <section className={styles.card}>
        <h1 className={styles.heading}>{messages.actions.changePassword}</h1>
        {account.mustChangePassword && (
          <Alert
            type="warning"
            showIcon
            style={{ marginBottom: 12 }}
            title="首次登录或密码被重置后，须先修改初始密码，方可使用系统。"
          />
        )}
        <RefusalAlert refusal={command.refusal} />
        <Form<Values> form={form} layout="vertical" requiredMark={false} onFinish={submit}>
          <input type="text" autoComplete="username" value={account.username} readOnly hidden />
          <Form.Item name="current" label="当前密码" rules={[{ required: true, message: '请输入当前密码' }]}>
            <Input.Password autoFocus autoComplete="current-password" maxLength={128} />
          </Form.Item>
          <Form.Item
            name="wanted"
            label="新密码"
            extra={<RuleChecklist rules={rules} started={typed.length > 0} />}
            rules={[
              { required: true, message: '请输入新密码' },
              {
                validator: async (_rule, value) => {
                  const now = passwordRules(
                    value ?? '',
                    account.username,
                    form.getFieldValue('current') ?? '',
                  );
                  if (now.some((rule) => !rule.met)) throw new Error('请满足下列全部要求');
                },
              },
            ]}
          >
            <Input.Password autoComplete="new-password" maxLength={128} />
          </Form.Item>
          <Form.Item
            name="again"
            label="再次输入新密码"
            dependencies={['wanted']}
            rules={[
              { required: true, message: '请再次输入新密码' },
              {
                validator: async (_rule, value) => {
                  if (value && value !== form.getFieldValue('wanted')) throw new Error('两次输入不一致');
                },
              },
            ]}
          >
            <Input.Password autoComplete="new-password" maxLength={128} />
          </Form.Item>
          <Space>
            <Button type="primary" htmlType="submit" loading={command.isPending}>
              {messages.actions.confirm}
            </Button>
            {account.mustChangePassword ? (
              <Button onClick={signOut}>{messages.actions.signOut}</Button>
            ) : (
              <Button onClick={() => router.history.back()}>{messages.actions.back}</Button>
            )}
          </Space>
        </Form>
      </section>
      <StandingLine className={styles.standing} />
    </main>
  );
}
