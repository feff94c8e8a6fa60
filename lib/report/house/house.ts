/** Under which name and sign a desk hands its reports over. */
export type House = {
  /** Empty: the desk's own name. */
  readonly name: string;
  readonly logo: Logo | null;
  /** 0: nothing was settled yet. */
  readonly version: number;
};

/** As a report bears it: the name never empty. */
export type Named = Pick<House, 'name' | 'logo'>;

export type Logo = Picture & {
  /** What it shows, for who does not see it. Never empty. */
  readonly alt: string;
};

export const PICTURE_TYPES = ['image/png', 'image/jpeg'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

/** A picture that was checked and cleaned (picture.ts); `base64` is of the whole file, sides in pixels. */
export type Picture = {
  readonly mediaType: PictureType;
  readonly width: number;
  readonly height: number;
  readonly base64: string;
};

export const NO_HOUSE: House = { name: '', logo: null, version: 0 };

export const HOUSE_NAME_MAX = 120;
export const LOGO_ALT_MAX = 200;
export const LOGO_BYTES_MAX = 100_000;
export const LOGO_SIDE_MIN = 16;
export const LOGO_SIDE_MAX = 1200;

/** The house that a report of the desk bears: under its own name, else the desk's; null where nothing was settled. */
export function toNamed({ name, logo }: Pick<House, 'name' | 'logo'>, desk: { readonly name: string }): Named | null {
  return name === '' && logo === null ? null : { name: name === '' ? desk.name : name, logo };
}

/** How large a logo is drawn so that it fits into a box, in the unit of the box. */
export function fitLogo({ width, height }: Pick<Picture, 'width' | 'height'>, box: { readonly width: number; readonly height: number }) {
  const factor = Math.min(box.width / width, box.height / height);
  return { width: width * factor, height: height * factor };
}
