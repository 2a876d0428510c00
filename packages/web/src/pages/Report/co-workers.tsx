import { matterSplits } from '@mingji/contract';
import { Button, Form, Select, Space } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import type { ReportIndicator } from './choose-indicators.ts';

interface CoWorkersProps {
  readonly subjectId: string;
  readonly namedRoles: ReportIndicator['namedRoles'];
}

/** Who worked along, where the chosen event has points for them; each is told and sees it in the own log (P2). */
export function CoWorkers({ subjectId, namedRoles }: CoWorkersProps) {
  const eventCode: string | undefined = Form.useWatch('eventCode');
  const events = new Set(namedRoles.map(({ event }) => event));
  const chosen = eventCode ?? (events.size === 1 ? [...events][0] : undefined);
  const roles = namedRoles.filter(({ event }) => event === chosen);
  if (roles.length === 0) return null;
  return (
    <Form.List name="participants">
      {(rows, { add, remove }) => (
        <Form.Item
          label="共同办理人"
          extra="本单位上下级的民警。报送后会通知本人，审核通过后按角色分别记分；独自办理的不填。"
        >
          {rows.map((row) => (
            <Space.Compact key={row.key} block style={{ marginBottom: 8 }}>
              <Form.Item
                name={[row.name, 'officerId']}
                noStyle
                rules={[{ required: true, message: '请选择人员' }]}
              >
                <OfficerOfLine subjectId={subjectId} />
              </Form.Item>
              <Form.Item name={[row.name, 'role']} noStyle initialValue={roles[0]?.code}>
                <Select
                  aria-label="角色"
                  style={{ width: 110 }}
                  options={roles.map(({ code, name }) => ({ value: code, label: name }))}
                />
              </Form.Item>
              <Button aria-label="移除" onClick={() => remove(row.name)}>
                移除
              </Button>
            </Space.Compact>
          ))}
          <Button
            type="dashed"
            block
            onClick={() => add({ role: roles[0]?.code })}
            disabled={rows.length >= 20}
          >
            添加共同办理人
          </Button>
        </Form.Item>
      )}
    </Form.List>
  );
}

interface OfficerOfLineProps {
  readonly subjectId: string;
  readonly value?: string;
  readonly onChange?: (officerId: string) => void;
}

function OfficerOfLine({ subjectId, value, onChange }: OfficerOfLineProps) {
  const [text, setText] = useState('');
  const found = useEndpoint(
    matterSplits.listCoWorkers,
    { query: { subjectId, ...(text ? { text } : {}) } },
    { keepPrevious: true },
  );
  return (
    <Select<string>
      aria-label="共同办理人"
      style={{ flex: 1, minWidth: 0 }}
      showSearch={{ filterOption: false, onSearch: setText }}
      placeholder="姓名或警号"
      {...(value === undefined ? {} : { value })}
      {...(onChange === undefined ? {} : { onChange })}
      options={(found.data?.officers ?? []).map((officer) => ({
        value: officer.id,
        label: `${officer.name}（${officer.unit.name}）`,
      }))}
    />
  );
}
