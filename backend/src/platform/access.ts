import { SetMetadata } from '@nestjs/common';
import type { Permission } from '#shared';

export const ACCESS = 'planspor:access';

/** The permission a caller needs. A handler that says neither this nor `@Public()` is refused. */
export const Allow = (permission: Permission) => SetMetadata(ACCESS, { permission });

/** Any signed-in person. */
export const AllowSignedIn = () => SetMetadata(ACCESS, { signedIn: true });

/** Open to all, without a session. */
export const Public = () => SetMetadata(ACCESS, { public: true });

export type Access = { permission: Permission } | { signedIn: true } | { public: true };
