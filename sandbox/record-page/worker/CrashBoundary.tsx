import { Component } from 'react';
import type { ReactNode } from 'react';

interface CrashBoundaryProps {
  readonly onCrash: (message: string) => void;
  readonly children: ReactNode;
}

interface CrashBoundaryState {
  readonly crashed: boolean;
}

/** A raw HTML element, an unknown component or a throwing extension takes the whole extension down. */
export class CrashBoundary extends Component<CrashBoundaryProps, CrashBoundaryState> {
  override readonly state: CrashBoundaryState = { crashed: false };

  static getDerivedStateFromError(): CrashBoundaryState {
    return { crashed: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onCrash(error instanceof Error ? error.message : String(error));
  }

  override render(): ReactNode {
    return this.state.crashed ? null : this.props.children;
  }
}
