/** Styles are side effects of a component's module; Vite bundles them from the sources. */
declare module '*.css';
