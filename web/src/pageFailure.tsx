import { Component, type ReactNode } from 'react';
import { PageProblem } from './problem.tsx';

/** Keeps the rest of an app alive when a page or a part of it breaks or its code cannot be fetched. */
export class PageFailure extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    // A page's chunk that could not be fetched stays broken until the page is loaded anew.
    return (
      <div className="page">
        <PageProblem error={this.state.error} retry={() => window.location.reload()} />
      </div>
    );
  }
}
