import { files as fileEndpoints, type submissions } from '@mingji/contract';
import { Alert, Image } from 'antd';
import { addressOf } from '../../api/address.ts';
import { DateText } from '../../components/date-text.tsx';
import { FileList } from '../../components/file-list.tsx';
import styles from './evidence.module.css';

type EvidenceFile = submissions.SubmissionDetail['versions'][number]['files'][number];

/** Pictures, sound and video seen where they are; the rest as links; content handed in before is told (X10). */
export function Evidence({ files }: { readonly files: readonly EvidenceFile[] }) {
  if (files.length === 0) return <FileList files={[]} />;
  const pictures = files.filter((file) => file.preview === 'image');
  const media = files.filter((file) => file.preview === 'audio' || file.preview === 'video');
  const repeated = files.filter((file) => file.earlierUses.length > 0);
  return (
    <>
      {repeated.map((file) => (
        <Alert
          key={file.id}
          type="warning"
          showIcon
          className={styles.repeated ?? ''}
          title={`“${file.name}”的内容此前提交过`}
          description={file.earlierUses.map((use) => (
            <div key={use.submissionId}>
              {use.byName}（{use.unitName}）于 <DateText value={use.at} /> 在{use.periodLabel}“{use.title}
              ”中提交过
            </div>
          ))}
        />
      ))}
      {pictures.length > 0 && (
        <Image.PreviewGroup>
          <div className={styles.pictures}>
            {pictures.map((file) => (
              <Image key={file.id} src={contentOf(file.id)} alt={file.name} height={110} />
            ))}
          </div>
        </Image.PreviewGroup>
      )}
      {media.map((file) =>
        file.preview === 'video' ? (
          // biome-ignore lint/a11y/useMediaCaption: evidence from a camera has no captions.
          <video
            key={file.id}
            src={contentOf(file.id)}
            controls
            preload="metadata"
            className={styles.video}
          />
        ) : (
          // biome-ignore lint/a11y/useMediaCaption: a recording has no captions.
          <audio key={file.id} src={contentOf(file.id)} controls preload="none" />
        ),
      )}
      <FileList files={files} />
    </>
  );
}

function contentOf(fileId: string): string {
  return addressOf(fileEndpoints.downloadFile, { params: { fileId }, query: { inline: '1' } });
}
