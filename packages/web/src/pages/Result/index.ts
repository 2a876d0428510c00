export { ResultDrawer } from './result-drawer.tsx';
export { ResultPanel } from './result-panel.tsx';
export { resultPath, type SubjectAt } from './subject-at.ts';
