import { Component } from 'react';
import type { ReactNode } from 'react';
import { messageOf } from '../api/client.ts';

interface CrashBoundaryProps {
  readonly onCrash: (message: string) => void;
  readonly children: ReactNode;
}

/**
 * An error takes down the extension and not the page: in the worker a raw HTML element, an unknown component
 * or an extension that throws, on the page a component that cannot be drawn with its props.
 */
export class CrashBoundary extends Component<CrashBoundaryProps, { readonly crashed: boolean }> {
  override readonly state = { crashed: false };

  static getDerivedStateFromError(): { readonly crashed: boolean } {
    return { crashed: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onCrash(messageOf(error));
  }

  override render(): ReactNode {
    return this.state.crashed ? null : this.props.children;
  }
}
