import type { CommentQuery } from '../comment.ts';
import type { JointQuery } from '../jointAnswers.ts';
import type { PassQuery } from '../pass.ts';
import type { SeriesQuery } from '../series.ts';
import type { ResponseQuery } from '../storedResponse.ts';
import type { BucketQuery, SegmentTallyQuery, TallyQuery } from '../tally.ts';
import type { Runner } from './answerRequests.ts';
import { backUp } from './backUp.ts';
import { CommentReader } from './commentReader.ts';
import { JointReader } from './jointReader.ts';
import { openForReading } from './openDatabase.ts';
import { PassReader } from './passReader.ts';
import { ResponseReader } from './responseReader.ts';
import { SegmentTallyReader } from './segmentTallyReader.ts';
import { TallyReader } from './tallyReader.ts';

/** What takes long enough to read that HTTP should not wait for it. */
export type ReaderVerbs = ReturnType<typeof verbsOf>;

/** @throws Error where the file cannot be read */
export function createReader(file: string): Runner {
  const connection = openForReading(file);
  const tallies = new TallyReader(connection);
  const readers = {
    tallies,
    comments: new CommentReader(connection),
    passes: new PassReader(connection),
    segments: new SegmentTallyReader(connection, tallies),
    joint: new JointReader(connection),
    responses: new ResponseReader(connection, Date.now),
  };
  const verbs = verbsOf(file, readers) as Record<string, (...args: unknown[]) => unknown>;
  return {
    run(verb, args) {
      if (verb === 'close') return void connection.close();
      const known = verbs[verb];
      if (!known) throw new Error(`the reader knows no verb ${verb}`);
      return known(...args);
    },
  };
}

interface Readers {
  tallies: TallyReader;
  comments: CommentReader;
  passes: PassReader;
  segments: SegmentTallyReader;
  joint: JointReader;
  responses: ResponseReader;
}

const verbsOf = (file: string, { tallies, comments, passes, segments, joint, responses }: Readers) => ({
  readTallies: (query: TallyQuery) => tallies.readTallies(query),
  readBuckets: (query: BucketQuery) => tallies.readBuckets(query),
  readSeries: (query: SeriesQuery) => tallies.readSeries(query),
  readComments: (query: CommentQuery) => comments.read(query),
  readPasses: (query: PassQuery) => passes.readPasses(query),
  readSegmentTallies: (query: SegmentTallyQuery) => segments.readSegmentTallies(query),
  readJointAnswers: (query: JointQuery) => joint.readJointAnswers(query),
  /** A page as JSON: objects that a message makes anew are slow to read ever after. */
  findResponses: (query: ResponseQuery): string => JSON.stringify(responses.findResponses(query)),
  backUp: (target: string) => backUp(file, target),
});
