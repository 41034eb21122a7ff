export const errors = {
  UNKNOWN:
    'The action was not done for an unknown reason. Try again; if that does not help, give support the request code.',
  NETWORK:
    'The server does not answer. What you typed is kept here; send it again when the connection is back.',
} as const;
