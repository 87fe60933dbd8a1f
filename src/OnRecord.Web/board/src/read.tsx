import { useEffect, useRef, useState } from 'preact/hooks';
import { useBoard } from './context';
import { to } from './route';
import type { Job } from './types';
import { Nothing, Trouble } from './ui';
import { MODES, label, many } from './words';

const MOST_BYTES = 4 * 1024 * 1024;

/** Hands files in; what could not be handed in is told as a job that failed. */
export async function hand(files: File[], hints: { outlet?: string; published?: string } = {}): Promise<void> {
  for (const file of files) {
    const failed = (problem: string): boolean => dispatchEvent(new CustomEvent('job', { detail: { id: `own-${crypto.randomUUID()}`, name: file.name, state: 'failed', problem, added: 0, found: 0, statements: [] } satisfies Job }));
    if (file.size > MOST_BYTES) {
      failed('is larger than 4 MB');
      continue;
    }
    const words = new URLSearchParams({ name: file.name.slice(0, 200) });
    if (hints.outlet) words.set('outlet', hints.outlet);
    if (hints.published) words.set('published', hints.published);
    try {
      const response = await fetch(`/api/read?${words}`, { method: 'POST', body: file, headers: { 'Content-Type': file.type || 'application/octet-stream' } });
      if (!response.ok) failed(((await response.json().catch(() => null)) as { detail?: string } | null)?.detail ?? `the board answered ${response.status}`);
    } catch {
      failed('the board cannot be reached');
    }
  }
}

export function ReadPage() {
  const { rec } = useBoard();
  const [jobs, setJobs] = useState<Job[]>([]);
  const [text, setText] = useState('');
  const [outlet, setOutlet] = useState('');
  const [published, setPublished] = useState('');
  const files = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const put = (job: Job): void => setJobs((old) => (old.some((one) => one.id === job.id) ? old.map((one) => (one.id === job.id ? job : one)) : [job, ...old]));
    const told = (e: Event): void => put((e as CustomEvent<Job>).detail);
    addEventListener('job', told);
    void fetch('/api/jobs').then((r) => r.json()).then(({ jobs: all }: { jobs: Job[] }) => setJobs((old) => [...old.filter((one) => !all.some((j) => j.id === one.id)), ...all.map((j) => further(j, old.find((one) => one.id === j.id)))])).catch(() => null);
    return () => removeEventListener('job', told);
  }, []);
  const read = async (): Promise<void> => {
    if (!text.trim()) return;
    await hand([new File([text], 'pasted text', { type: 'text/plain' })], { outlet: outlet.trim(), published });
    setText('');
  };
  const done = jobs.filter((j) => j.state === 'done' || j.state === 'failed').length;
  if (rec.readOnly) return <div class="page"><h1>Read reports</h1><Nothing>This board takes no reports in.</Nothing></div>;
  return (
    <div class="page read">
      <h1>Read reports</h1>
      <p class="lead">Paste a report, or drop files anywhere on the board: text, Markdown, HTML or JSON lines, in English. They are read on this machine and put on the record; nothing leaves it.</p>
      <form onSubmit={(e) => { e.preventDefault(); void read(); }}>
        <label>The report <textarea value={text} rows={9} maxLength={MOST_BYTES} placeholder="Paste the text of a report" onInput={(e) => setText(e.currentTarget.value)} onKeyDown={(e) => { if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) void read(); }} /></label>
        <div class="ask">
          <label>Published by <input value={outlet} maxLength={200} onInput={(e) => setOutlet(e.currentTarget.value)} placeholder="if it does not say" /></label>
          <label>on <input type="date" value={published} onInput={(e) => setPublished(e.currentTarget.value)} /></label>
          <span class="gap" />
          <button type="submit" class="main" disabled={!text.trim()}>Read it</button>
          <button type="button" class="chip" onClick={() => files.current!.click()}>Choose files …</button>
          <input ref={files} type="file" multiple hidden accept=".txt,.md,.html,.htm,.jsonl,.ndjson,.json,text/*" onChange={(e) => { void hand([...(e.currentTarget.files ?? [])], { outlet: outlet.trim(), published }); e.currentTarget.value = ''; }} />
        </div>
      </form>
      {jobs.length > 0 && (
        <section aria-label="Reports handed in">
          <p class="progress"><progress max={jobs.length} value={done} aria-label="Reports read" /> {done} of {many(jobs.length, 'report')} read</p>
          <ul class="jobs">{jobs.map((job) => <JobCard key={job.id} job={job} />)}</ul>
        </section>
      )}
    </div>
  );
}

// What was told while the list was on its way may be newer than the list.
const COURSE: Job['state'][] = ['waiting', 'reading', 'done', 'failed'];
const further = (listed: Job, told?: Job): Job => (told && COURSE.indexOf(told.state) > COURSE.indexOf(listed.state) ? told : listed);

const SAID: Record<Job['state'], string> = { waiting: 'waits', reading: 'is being read …', done: 'read', failed: 'not read' };

const JobCard = ({ job }: { job: Job }) => (
  <li class={`job j-${job.state}`}>
    <p><strong>{job.title ?? job.name}</strong> <span class="state">{SAID[job.state]}</span>
      {job.article && <span>{many(job.found, 'statement')}{job.added < job.found ? `, ${job.added === 0 ? 'all' : job.found - job.added} on record already` : ''}</span>}</p>
    {job.problem && <Trouble what={`${job.name}: ${job.problem}`} />}
    <ul>
      {job.statements.map((s) => (
        <li key={s.id}><a href={to('statements', { asOf: undefined, known: undefined }, s.id)}><b>{s.polarity === 'negative' ? 'not ' : ''}{label(s.type)}</b>{s.mode === 'actual' ? '' : ` (${MODES[s.mode]})`} <span>{s.words}</span></a></li>
      ))}
    </ul>
  </li>
);
