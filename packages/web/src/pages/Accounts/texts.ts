import type { identity } from '@mingji/contract';
import type { z } from 'zod';
import type { StatusMap } from '../../components/status-tag.tsx';

export const accountStates: StatusMap<z.infer<typeof identity.accountState>> = {
  pending: { label: '待审批', look: 'waiting' },
  active: { label: '正常', look: 'good' },
  disabled: { label: '已停用', look: 'ended' },
};

export const texts = {
  title: '账号管理',
  description:
    '系统管理员开户、停用；安全管理员审批、授权、解锁、重置密码；审计管理员只读。三员互斥，均不接触考核成绩。',
  create: '新建账号',
  createBatch: '为人员批量开户',
  approve: '审批',
  approveBatch: '批量审批人员账号',
  grants: '调整授权',
  unlock: '解除锁定',
  reset: '重置密码',
  disable: '停用',
  oneTime: '一次性密码',
  oneTimeHow: '以下密码仅显示这一次，系统不保存明文。请立即下载或抄录并当面交付；首次登录须修改。',
  kept: '我已妥善保存',
  shownBefore: '该密码此前已显示过一次。如遗失，请用“重置密码”重新生成。',
} as const;
