import { DeleteOutlined, DownOutlined, PlusOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { classNames } from '../../components/class-names.ts';
import styles from './editor.module.css';
import type { FormField, FormList, ParameterForm } from './form-fields.ts';
import { ParameterInput } from './parameter-input.tsx';

type Path = readonly (string | number)[];

/** The parameters that a form's description names, at `path` of the form around it. */
export function ParameterFields({ form, path }: { readonly form: ParameterForm; readonly path: Path }) {
  return (
    <>
      {form.fields.length > 0 && (
        <div className={styles.fields}>
          {form.fields.map((field) => (
            <ParameterItem
              key={`${field.name.join('.')}-${field.when?.is ?? ''}`}
              field={field}
              path={path}
              at={path}
            />
          ))}
        </div>
      )}
      {form.lists.map((list) => (
        <ParameterList key={list.name.join('.')} list={list} path={path} at={path} />
      ))}
    </>
  );
}

interface ParameterItemProps {
  readonly field: FormField;
  /** Where the parameter is, from the list row it stands in. */
  readonly at: Path;
  /** The same from the root of the form: what `when` is watched by. */
  readonly path: Path;
}

export function ParameterItem({ field, at, path }: ParameterItemProps) {
  const form = Form.useFormInstance();
  const other = Form.useWatch([...path, ...(field.when?.name ?? field.name)], form);
  if (field.when && other !== field.when.is) return null;
  return (
    <Form.Item
      name={[...at, ...field.name]}
      label={field.label}
      rules={field.required ? [{ required: true, message: `请填写${field.label}` }] : []}
    >
      <ParameterInput field={field} path={path} />
    </Form.Item>
  );
}

function cellClass(column: FormField, place: number): string {
  return (place === 0 && column.kind === 'text' ? styles.wide : styles.cell) ?? '';
}

interface ParameterListProps {
  readonly list: FormList;
  readonly at: Path;
  readonly path: Path;
}

export function ParameterList({ list, at, path }: ParameterListProps) {
  return (
    <Form.List name={[...at, ...list.name]}>
      {(rows, { add, remove }) => (
        <fieldset className={styles.list}>
          <legend>{list.label}</legend>
          {rows.length > 0 && (
            <div
              className={classNames(styles.rowHead, (list.more || list.inner) && styles.folding)}
              aria-hidden
            >
              {list.columns.map((column, place) => (
                <span key={column.name.join('.')} className={cellClass(column, place)}>
                  {column.label}
                </span>
              ))}
            </div>
          )}
          {rows.map((row, index) => (
            <ListRow
              key={row.key}
              {...{ list, index }}
              name={row.name}
              path={[...path, ...list.name, row.name]}
              onRemove={() => remove(row.name)}
            />
          ))}
          <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({})}>
            {list.add}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}

interface ListRowProps {
  readonly list: FormList;
  readonly index: number;
  readonly name: number;
  readonly path: Path;
  readonly onRemove: () => void;
}

function ListRow({ list, index, name, path, onRemove }: ListRowProps) {
  const [open, setOpen] = useState(false);
  // What another parameter asks for is never folded away: it may be required.
  const asked = list.more?.filter((field) => field.when !== undefined) ?? [];
  const rare = list.more?.filter((field) => field.when === undefined) ?? [];
  const folds = rare.length > 0 || list.inner !== undefined;
  return (
    <div className={styles.listRow}>
      <div className={styles.row}>
        <span className="mj-quiet">{index + 1}</span>
        {list.columns.map((column, place) => (
          <Form.Item
            key={column.name.join('.')}
            name={[name, ...column.name]}
            className={cellClass(column, place)}
            rules={column.required ? [{ required: true, message: `请填写${column.label}` }] : []}
          >
            <ParameterInput field={{ ...column, hint: column.hint ?? column.label }} path={path} />
          </Form.Item>
        ))}
        {folds && (
          <Button
            type="text"
            icon={open ? <UpOutlined /> : <DownOutlined />}
            aria-label={`第 ${index + 1} 行的更多参数`}
            aria-expanded={open}
            title="更多参数"
            onClick={() => setOpen(!open)}
          />
        )}
        <Button
          type="text"
          icon={<DeleteOutlined />}
          aria-label={`删除第 ${index + 1} 行`}
          onClick={onRemove}
        />
      </div>
      {asked.length > 0 && (
        <div className={`${styles.fields} ${styles.asked}`}>
          {asked.map((field) => (
            <ParameterItem key={field.name.join('.')} field={field} at={[name]} path={path} />
          ))}
        </div>
      )}
      {folds && (
        <div className={styles.rowMore} hidden={!open}>
          <div className={styles.fields}>
            {rare.map((field) => (
              <ParameterItem key={field.name.join('.')} field={field} at={[name]} path={path} />
            ))}
          </div>
          {list.inner && <ParameterList list={list.inner} at={[name]} path={path} />}
        </div>
      )}
    </div>
  );
}
