/** A person's photo, or their initials in a colour that is always the same for them. */
import { Avatar } from '@fluentui/react-components';
import type { ReactNode } from 'react';

export interface FaceProps {
  readonly name: string;
  /** Who they are: gives the colour. */
  readonly id: string;
  /** A data URL. */
  readonly photo?: string | undefined;
}

/** The name stands beside it and is not read out twice. */
export function Face({ name, id, photo }: FaceProps): ReactNode {
  return (
    <Avatar
      aria-hidden
      size={28}
      name={name}
      idForColor={id.toLowerCase()}
      color="colorful"
      {...(photo === undefined ? {} : { image: { src: photo, alt: '' } })}
    />
  );
}
