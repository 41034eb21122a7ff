export const signIn = {
  title: 'Sign in',
  crest: 'arms',
  crestLabel: 'Place for the coat of arms',
  lead: 'Approval of legal acts and contracts: at whose desk a document lies, until what day, and what comes next.',
  login: 'Login',
  password: 'Password',
  enter: 'Sign in',
  forgotten: 'Forgot the password? The administrator of your body issues a new one.',
  sample: 'Sample municipality: sign in as anyone with one press',
  sampleWhy: 'People and documents are invented. These cards are visible on this computer only.',
} as const;
