import { files as fileEndpoints, type submissions } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
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
  const repeated = files.filter((file) => file.earlierUses.length > 0 || file.sameAs.length > 0);
  return (
    <>
      {repeated.map((file) => (
        <Alert
          key={file.id}
          type="warning"
          showIcon
          className={styles.repeated ?? ''}
          title={
            file.earlierUses.length > 0 ? `“${file.name}”的内容此前提交过` : `“${file.name}”在本件中重复`
          }
          description={
            <>
              {file.sameAs.length > 0 && (
                <div>与本件的{file.sameAs.map((name) => `“${name}”`).join('、')}内容相同</div>
              )}
              {file.earlierUses.map((use) => (
                <EarlierUseLine key={`${use.submissionId} ${use.at}`} use={use} />
              ))}
            </>
          }
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

function EarlierUseLine({ use }: { readonly use: fileEndpoints.EarlierUse }) {
  if (use.submissionId === null) {
    return (
      <div>
        {use.periodLabel}由其他范围的人员提交过（
        <DateText value={use.at} />
        ），如需核对请联系考核办
      </div>
    );
  }
  return (
    <div>
      {use.byName}（{use.unitName}）于 <DateText value={use.at} /> 在{use.periodLabel}
      <Link to={`/submissions/${use.submissionId}`}>“{use.title}”</Link>中提交过
    </div>
  );
}

function contentOf(fileId: string): string {
  return addressOf(fileEndpoints.downloadFile, { params: { fileId }, query: { inline: '1' } });
}
