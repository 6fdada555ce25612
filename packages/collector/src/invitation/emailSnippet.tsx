import type { Emotion } from '@vivencia/contract/emotion';
import { type EmotionSet, emotionsOffered } from '@vivencia/contract/emotionSet';
import type { Said } from '../asset/said.ts';
import { faceImagePath } from './faceImages.ts';

/*
 * Mail clients know tables and inline styles, and little else. Nothing here has a colour but the pictures: words are in
 * the mail's own, be it light or dark.
 */
const table = 'border-collapse:collapse;width:100%;max-width:420px';
const question = 'padding:0 0 8px;font-size:17px;line-height:24px;font-weight:bold';
const cell = 'width:33.3%;padding:0';
const link =
  'display:block;padding:12px 2px;font-size:14px;line-height:18px;text-align:center;text-decoration:none;color:inherit';
const image = 'display:block;margin:0 auto 6px;border:0;outline:none';

const columns = 3;

/**
 * The question with its faces, as HTML to put into a mail: each is a link to the page, on which that feeling is chosen
 * already and one more tap sends it. Opening a link answers nothing, since programs open links, too.
 *
 * @param url of the invitation
 */
export function emailSnippet(said: Said, emotions: EmotionSet, url: string, publicUrl: string): string {
  const offered = emotionsOffered(emotions);
  const rows = Array.from({ length: Math.ceil(offered.length / columns) }, (_, row) =>
    offered.slice(row * columns, (row + 1) * columns),
  );
  const { dir } = said.words;
  return String(
    <table
      role="presentation"
      lang={said.locale}
      dir={dir ?? 'ltr'}
      border={0}
      cellpadding="0"
      cellspacing="0"
      style={table}
    >
      <tr>
        <td colspan={columns} style={question}>
          {said.text('question')}
        </td>
      </tr>
      {rows.map((row) => (
        <tr>
          {row.map((emotion) => (
            <td width="33%" align="center" valign="top" style={cell}>
              <FaceLink said={said} emotion={emotion} url={url} publicUrl={publicUrl} />
            </td>
          ))}
        </tr>
      ))}
    </table>,
  );
}

interface FaceLinkProps {
  said: Said;
  emotion: Emotion;
  url: string;
  publicUrl: string;
}

/** The word beside it is the picture's text; read twice it would only be in the way. */
const FaceLink = ({ said, emotion, url, publicUrl }: FaceLinkProps) => (
  <a href={`${url}?emotion=${emotion}`} style={link}>
    <img src={`${publicUrl}${faceImagePath(emotion)}`} width="48" height="48" alt="" style={image} />
    {said.words.emotions[emotion]}
  </a>
);
