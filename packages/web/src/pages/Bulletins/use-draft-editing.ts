import { bulletins } from '@mingji/contract';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ApiRefusal } from '../../api/api-refusal.ts';
import { useCommand } from '../../api/use-command.ts';
import { useDraft } from '../../components/use-draft.ts';

/** What is typed. */
export interface Written {
  readonly content: bulletins.BulletinContent;
  readonly mark: string;
}
export type SaveState = 'saved' | 'saving' | 'waiting' | 'refused';

export interface DraftEditing {
  readonly written: Written;
  readonly write: (change: Partial<Written>) => void;
  /** The draft as the server has it: its preview and findings are those of the last save. */
  readonly server: bulletins.DraftView;
  readonly state: SaveState;
  readonly refusal: ApiRefusal | null;
  /** What was typed before the page was left without a save is here again. */
  readonly restored: boolean;
  readonly retry: () => void;
  /** Takes the server's newer state as the beginning; what is typed here stays, and is saved over it. */
  readonly takeServer: (draft: bulletins.DraftView) => void;
  /** Gives up what is typed here. */
  readonly dropOwn: (draft: bulletins.DraftView) => void;
}

const PAUSE_MS = 1_200;
const sameText = (a: Written, b: Written) => JSON.stringify(a) === JSON.stringify(b);
const ofServer = ({ content, mark }: bulletins.DraftView): Written => ({ content, mark });

/** Typed text is kept on this machine at once and on the server after a pause; a refused save loses nothing. */
export function useDraftEditing(initial: bulletins.DraftView): DraftEditing {
  const local = useDraft<Written>(`bulletin.${initial.id}`);
  const found = useMemo(() => readKept(local.kept), [local.kept]);
  const restored = found !== null && !sameText(found, ofServer(initial));
  const [written, setWritten] = useState<Written>(found ?? ofServer(initial));
  const [server, setServer] = useState(initial);
  /** The text whose save was refused: it is not sent again by itself. */
  const [refused, setRefused] = useState<string | null>(null);
  const { run, isPending, refusal } = useCommand(bulletins.saveDraft, {
    invalidates: [bulletins.getBulletin, bulletins.listBulletins],
    refusals: 'inline',
    doneText: null,
  });
  const dirty = !sameText(written, ofServer(server));
  const stopped = refused !== null && refused === JSON.stringify([server.revision, written]);
  const { keep, clear } = local;
  useEffect(() => {
    if (dirty) keep(written);
    else clear();
  }, [dirty, written, keep, clear]);
  const save = useCallback(async () => {
    const body = { revision: server.revision, ...written };
    const reply = await run({ params: { bulletinId: server.id }, body });
    if (reply) setServer(reply.draft);
    else setRefused(JSON.stringify([server.revision, written]));
  }, [run, server.id, server.revision, written]);
  useEffect(() => {
    if (!dirty || isPending || stopped) return;
    const timer = setTimeout(() => void save(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [dirty, isPending, stopped, save]);
  return {
    written,
    write: (change) => setWritten((before) => ({ ...before, ...change })),
    server,
    state: !dirty ? 'saved' : isPending ? 'saving' : stopped ? 'refused' : 'waiting',
    refusal: dirty && stopped ? refusal : null,
    restored,
    retry: () => setRefused(null),
    takeServer: setServer,
    dropOwn: (draft) => {
      setServer(draft);
      setWritten(ofServer(draft));
    },
  };
}

/** A draft kept by an older release may have another shape. */
function readKept(kept: unknown): Written | null {
  const written = kept as Written | undefined;
  const content = bulletins.bulletinContent.safeParse(written?.content);
  return content.success && typeof written?.mark === 'string'
    ? { content: content.data, mark: written.mark }
    : null;
}
