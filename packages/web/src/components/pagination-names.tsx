import type { PaginationProps } from 'antd';
import { cloneElement, isValidElement, type ReactElement } from 'react';

const NAMES = { prev: '上一页', next: '下一页', 'jump-prev': '向前 5 页', 'jump-next': '向后 5 页' } as const;

/** The arrows of a pagination by name, for those who hear the page. */
export const namedPageLinks: NonNullable<PaginationProps['itemRender']> = (_page, type, link) =>
  type !== 'page' && isValidElement(link)
    ? cloneElement(link as ReactElement<{ 'aria-label'?: string }>, { 'aria-label': NAMES[type] })
    : link;
