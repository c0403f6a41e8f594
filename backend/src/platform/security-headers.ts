import type { FastifyReply, FastifyRequest } from 'fastify';

/** What our pages may load: our own files, and inline only what carries this answer's nonce. */
export function pagePolicy(nonce: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `form-action 'self'`,
    `base-uri 'self'`, // index.html names its base, itself
    `frame-ancestors 'none'`,
  ].join('; ');
}

const ofEveryAnswer = {
  // data loads nothing; a page says more itself
  'content-security-policy': `default-src 'none'; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
};

/** The page that browses the API's description styles itself in the page; it has nothing of ours to leak. */
const browsePolicy = `default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'`;

const strictTransport = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' };

/** Sets the headers that browsers guard people by, and names the request. On every answer, errors too. */
export function setSecurityHeaders(request: FastifyRequest, reply: FastifyReply): void {
  reply.headers(ofEveryAnswer).header('x-request-id', request.id);
  if (request.url.startsWith('/api/docs')) reply.header('content-security-policy', browsePolicy);
  if (request.protocol === 'https') reply.headers(strictTransport);
}

const plain = Object.entries(ofEveryAnswer).flat();
const secure = [...plain, ...Object.entries(strictTransport).flat()];

/** The same headers of an answer of data, name and value in turn. */
export function securityHeaders(request: FastifyRequest): string[] {
  return [...(request.protocol === 'https' ? secure : plain), 'x-request-id', request.id];
}
