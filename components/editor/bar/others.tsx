import { useView } from '../session/session-context';

/** More names than this are a crowd: the rest are counted. */
const NAMED_MAX = 2;

/** Who else has the article open. */
export function Others() {
  const { others } = useView();
  const names = others.map(({ name }) => name);
  const more = names.length - NAMED_MAX;
  return (
    <p className="others" role="status" title={names.length === 0 ? undefined : `Also here: ${names.join(', ')}`}>
      {names.length === 0 ? null : (
        <>
          <span className="others-label">Also here: </span>
          {names.slice(0, NAMED_MAX).map((name, at) => (
            <span key={others[at]?.id}>
              {at === 0 ? '' : ', '}
              <bdi>{name}</bdi>
            </span>
          ))}
          {more > 0 ? ` and ${more} more` : ''}
        </>
      )}
    </p>
  );
}
