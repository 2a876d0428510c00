import { identity } from '@mingji/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Navigate, useRouter } from '@tanstack/react-router';
import { Alert, Button, Form, Input, Space } from 'antd';
import { useEffect, useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { messages } from '../../app/messages.ts';
import { keptAddress, safeReturnAddress } from '../../app/return-address.ts';
import { refreshSession, useSessionState } from '../../app/session.tsx';
import { useSearch } from '../../app/use-search.ts';
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
  const [search] = useSearch();
  // Taken once: on the way there the address is no longer this page's.
  const [returnTo] = useState(() => safeReturnAddress(search.returnTo));
  if (state.kind === 'loading') return <LoadingState />;
  if (state.kind !== 'signedIn') {
    const left = state.kind === 'signedOut' && state.why === 'left';
    return <Navigate to="/sign-in" search={(left ? {} : keptAddress(returnTo)) as never} replace />;
  }
  return <ChangePasswordForm account={state.session.account} returnTo={returnTo} />;
}

interface ChangePasswordFormProps {
  readonly account: identity.SessionView['account'];
  /** The page that was wanted before the password had to be changed. */
  readonly returnTo: string;
}

function ChangePasswordForm({ account, returnTo }: ChangePasswordFormProps) {
  const [form] = Form.useForm<Values>();
  const queries = useQueryClient();
  const router = useRouter();
  const signOut = useSignOut();
  const typed = Form.useWatch('wanted', form) ?? '';
  const current = Form.useWatch('current', form) ?? '';
  const rules = passwordRules(typed, account.username, current);
  const [changed, setChanged] = useState(false);
  const [refreshing, setRefreshing] = useState(false);
  // Said and followed up once, however often the button was pressed.
  const command = useCommand(identity.changePassword, {
    refusals: 'inline',
    doneText: '密码已修改',
    onDone: () => {
      setRefreshing(true);
      void refreshSession(queries)
        .then(() => setChanged(true))
        .finally(() => setRefreshing(false));
    },
  });
  useEffect(() => {
    document.title = `${messages.actions.changePassword} · ${messages.product}`;
  }, []);
  // Left only once this page itself has the fresh session: before, the frame would send us straight back.
  if (changed && !account.mustChangePassword) return <Navigate to={returnTo} replace />;
  const submit = (values: Values) =>
    void command.run({ body: { currentPassword: values.current, newPassword: values.wanted } });
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
            <Button type="primary" htmlType="submit" loading={command.isPending || refreshing}>
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
