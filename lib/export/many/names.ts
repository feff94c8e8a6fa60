/** So many articles at most are chosen one by one: their ids stand in an address. The command line has no limit. */
export const MANY_CHOSEN_MAX = 200;

/** The folder of the articles' files in an archive. */
export const MANY_FOLDER = 'hearsay-reports';
