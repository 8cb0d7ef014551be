/** The words for the laws that the core knows; formulas are TeX. */
export const LAWS = {
  'closed-form': {
    name: 'sharp law',
    title: 'sharp law: the closed form, exact for infinite prompts',
    formula: 'p\\kappa^2\\tau=F(o)-F(o_0)',
  },
  'whole-time': {
    name: 'sharp law',
    title: 'sharp law: whole time, to second order in 1/√K',
    formula: '\\tfrac{\\tau}{T}=1+\\sqrt{\\tfrac{2}{K}}+\\tfrac{1}{K}[4\\ln K+h-\\tfrac{43}{6}+3\\ln 2+F(o)]',
  },
  'dominant-bound': {
    name: 'published bound',
    title: 'published bound ln(ε^−½)/ε, its constant taken as 1',
    formula: '\\varepsilon^{-1}\\ln\\varepsilon^{-1/2}',
  },
  'two-term-bound': {
    name: 'published bound',
    title: 'published bound K² ln K + K ln(K ε^−½)/ε, its constant taken as 1',
    formula: 'K^2\\ln K+K\\,\\varepsilon^{-1}\\ln(K\\varepsilon^{-1/2})',
  },
};

/** What the same bound is called for balanced features: it could not be confirmed against a text. */
export const RECALLED_BOUND = {
  ...LAWS['two-term-bound'],
  name: 'recalled bound',
  title: 'bound as recalled, K² ln K + K ln(K ε^−½)/ε, its constant taken as 1',
};
