/**
 * Lets Next pack what routes answer, as it packs its pages. Next hands the Content-Type of a route over as a list of one
 * (base-http/node.js, appendHeader), and its packer takes a list for no type at all: without this every published report,
 * export and JSON answer would leave as it is. Next flushes the packer after each piece, so that nothing streamed waits;
 * a stream of events says `no-transform` and is never packed.
 *
 * A part of a file (Range) is asked for by its bytes, and leaves as they are: packed, they would be others.
 */
export function letPack(request, response) {
  if (request.headers.range !== undefined) delete request.headers['accept-encoding'];
  const setHeader = response.setHeader;
  response.setHeader = function set(name, value) {
    const single = Array.isArray(value) && value.length === 1 && name.toLowerCase() === 'content-type';
    return setHeader.call(this, name, single ? value[0] : value);
  };
}
