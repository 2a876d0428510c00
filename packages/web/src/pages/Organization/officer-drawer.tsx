import { organization } from '@mingji/contract';
import { Button, Descriptions, Drawer, Timeline } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { DateText } from '../../components/date-text.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { ChangeOfficerForm, DepartureForm, ServiceForm } from './officer-forms.tsx';
import styles from './organization.module.css';

type Officer = organization.OfficerView;
type Membership = organization.MembershipView;
type Dialog = 'change' | 'transfer' | 'depart' | Membership | null;

/** One officer: who, and every service with its days; the ID number only masked. */
export function OfficerDrawer({
  officerId,
  onClose,
}: {
  readonly officerId: string;
  readonly onClose: () => void;
}) {
  const phone = useIsPhone();
  const read = useEndpoint(organization.getOfficer, { params: { officerId } });
  const [dialog, setDialog] = useState<Dialog>(null);
  const officer = read.data?.officer;
  const close = () => setDialog(null);
  return (
    <Drawer
      open
      onClose={onClose}
      title={officer ? `${officer.name}（${officer.policeNo}）` : '人员'}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '92vh' : 620}
    >
      {read.error && <ErrorState error={read.error} onRetry={() => void read.refetch()} />}
      {!officer && !read.error && <LoadingState />}
      {officer && (
        <>
          {officer.abilities.manage && (
            <div className={styles.unitActs} style={{ marginBottom: 12 }}>
              <Button type="primary" onClick={() => setDialog('transfer')}>
                {officer.leftOn ? '重新任职' : '调动或变更'}
              </Button>
              <Button onClick={() => setDialog('change')}>更正信息</Button>
              {!officer.leftOn && <Button onClick={() => setDialog('depart')}>登记离开</Button>}
            </div>
          )}
          <Personal officer={officer} />
          <h3>任职经历</h3>
          <Timeline
            items={officer.memberships.map((service) => ({
              key: service.id,
              content: (
                <Service
                  service={service}
                  {...(officer.abilities.manage ? { onCorrect: () => setDialog(service) } : {})}
                />
              ),
            }))}
          />
          {dialog === 'change' && <ChangeOfficerForm officer={officer} onClose={close} />}
          {dialog === 'transfer' && <ServiceForm officer={officer} service={null} onClose={close} />}
          {dialog === 'depart' && <DepartureForm officer={officer} onClose={close} />}
          {dialog !== null && typeof dialog === 'object' && (
            <ServiceForm officer={officer} service={dialog} onClose={close} />
          )}
        </>
      )}
    </Drawer>
  );
}

function Personal({ officer }: { readonly officer: Officer }) {
  const word = (text: string | null) => text ?? '—';
  return (
    <Descriptions
      size="small"
      bordered
      column={{ xs: 1, sm: 2 }}
      items={[
        {
          key: 'sex',
          label: '性别',
          children: officer.sex === null ? '—' : officer.sex === 'male' ? '男' : '女',
        },
        { key: 'category', label: '类别', children: organization.memberCategoryLabels[officer.category] },
        { key: 'birth', label: '出生年月', children: word(officer.birth) },
        { key: 'joined', label: '入警时间', children: word(officer.joined) },
        {
          key: 'idNo',
          label: '身份证号',
          children: <span className="mj-number">{word(officer.idNoMasked)}</span>,
        },
        { key: 'politics', label: '政治面貌', children: word(officer.politics) },
        { key: 'jobRank', label: '职级', children: word(officer.jobRank) },
        { key: 'insignia', label: '警衔', children: word(officer.insignia) },
        ...(officer.leftOn
          ? [{ key: 'left', label: '离开日期', children: <DateText value={officer.leftOn} /> }]
          : []),
      ]}
    />
  );
}

function Service({ service, onCorrect }: { readonly service: Membership; readonly onCorrect?: () => void }) {
  const status = organization.serviceStatusLabels[service.status];
  return (
    <>
      <strong>{service.unit.name}</strong> {service.position}
      {service.post && `，${service.post}`}
      {service.status !== 'normal' && `，${status}${service.statusNote ? `（${service.statusNote}）` : ''}`}
      <br />
      <span className="mj-quiet">
        <DateText value={service.from} /> 至 {service.to ? <DateText value={service.to} /> : '今'}
      </span>{' '}
      {onCorrect && (
        <button type="button" className="mj-link" onClick={onCorrect}>
          更正
        </button>
      )}
    </>
  );
}
