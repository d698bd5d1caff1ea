import { Component } from 'react';
import type { ReactNode } from 'react';

interface DrawingBoundaryProps {
  readonly onFailed: (message: string) => void;
  readonly children: ReactNode;
}

/** A component that cannot be drawn with the props of the card takes the card down, not the page. */
export class DrawingBoundary extends Component<DrawingBoundaryProps, { failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onFailed(error instanceof Error ? error.message : String(error));
  }

  override render(): ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}
