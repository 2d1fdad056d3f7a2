/** What somebody would have read, as they would have seen it. Whatever stands in it is text. */
import type { TextToRead } from './words.ts';

interface AsReadProps {
  readonly text: TextToRead;
  /** The name of what sent it. */
  readonly from: string;
}

export function AsRead({ text, from }: AsReadProps) {
  const { channel, to, subject, body } = text;
  switch (channel) {
    case 'sms':
      return (
        <figure class="read phone">
          <figcaption>
            From {from}, to {to}
          </figcaption>
          <p class="bubble">{body}</p>
        </figure>
      );
    case 'letter':
      return (
        <figure class="read paper">
          <figcaption>To {to}</figcaption>
          {subject !== undefined && <p class="subject">{subject}</p>}
          <Paragraphs body={body} />
        </figure>
      );
    default:
      return (
        <figure class="read mail">
          <figcaption>
            <dl>
              <dt>From</dt>
              <dd>{from}</dd>
              <dt>To</dt>
              <dd>{to}</dd>
              {subject !== undefined && (
                <>
                  <dt>Subject</dt>
                  <dd>{subject}</dd>
                </>
              )}
            </dl>
          </figcaption>
          <Paragraphs body={body} />
        </figure>
      );
  }
}

const Paragraphs = ({ body }: { readonly body: string }) => body.split(/\n{2,}/).map((paragraph) => <p>{paragraph}</p>);
