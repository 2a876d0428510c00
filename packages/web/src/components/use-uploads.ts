import { useEffect, useRef, useState } from 'react';
import { asRefusal } from '../api/api-refusal.ts';
import type { ShownFile } from './file-list.tsx';
import { type FileRules, fileProblem } from './file-rules.ts';
import type { SendFile } from './send-file.ts';

interface UploadsOptions {
  readonly send: SendFile;
  readonly rules: FileRules;
  readonly value: readonly ShownFile[];
  readonly onChange: (files: readonly ShownFile[]) => void;
}

export interface RunningUpload {
  readonly key: number;
  readonly file: File;
  readonly percent: number;
  readonly failure: string | null;
  readonly stop: AbortController;
}

/** Uploads under way: each on its own, a failed one waits for its retry. */
export function useUploads(options: UploadsOptions) {
  const [running, setRunning] = useState<readonly RunningUpload[]>([]);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [notices, setNotices] = useState<readonly string[]>([]);
  const latest = useRef(options);
  const count = useRef(0);
  useEffect(() => {
    latest.current = options;
  });
  const change = (key: number, part: Partial<RunningUpload>) =>
    setRunning((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const drop = (key: number) => {
    running.find((one) => one.key === key)?.stop.abort();
    setRunning((all) => all.filter((one) => one.key !== key));
  };
  const begin = async ({ key, file, stop }: RunningUpload) => {
    change(key, { percent: 0, failure: null });
    try {
      const { file: sent, notice } = await latest.current.send(
        file,
        (percent) => change(key, { percent }),
        stop.signal,
      );
      setRunning((all) => all.filter((one) => one.key !== key));
      if (notice) setNotices((all) => [...all, notice]);
      const value = [...latest.current.value.filter((one) => one.id !== sent.id), sent];
      // Several may end in one frame: the next one must see this one.
      latest.current = { ...latest.current, value };
      latest.current.onChange(value);
    } catch (error) {
      if (!stop.signal.aborted) change(key, { failure: asRefusal(error).message });
    }
  };
  const add = (files: readonly File[]) => {
    const refused: string[] = [];
    const taken: RunningUpload[] = [];
    for (const file of files) {
      const already = options.value.length + running.length + taken.length;
      const problem = fileProblem(file, already, options.rules);
      if (problem) refused.push(problem);
      else {
        count.current += 1;
        taken.push({ key: count.current, file, percent: 0, failure: null, stop: new AbortController() });
      }
    }
    setProblems([...new Set(refused)]);
    setRunning((all) => [...all, ...taken]);
    for (const one of taken) void begin(one);
  };
  const retry = (key: number) => {
    const one = running.find((upload) => upload.key === key);
    if (one) void begin(one);
  };
  const forget = () => {
    setProblems([]);
    setNotices([]);
  };
  return { running, problems, notices, add, retry, drop, forget };
}
