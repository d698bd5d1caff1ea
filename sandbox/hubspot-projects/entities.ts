/** A component as HubSpot's parser describes it to the build. */
export interface ProjectNode {
  readonly uid: string;
  readonly componentType: string;
  readonly metaFilePath: string;
  readonly config: Readonly<Record<string, unknown>>;
}

interface ProfileVariable {
  readonly variableType: string;
  readonly value: string | number | boolean;
}

/** What one upload brought: the archive as it was sent, and what was said about it. */
export interface Upload {
  readonly projectName: string;
  readonly platformVersion: string;
  readonly buildMessage: string;
  readonly nodes: readonly ProjectNode[];
  readonly profileVariables: Readonly<Record<string, ProfileVariable>>;
  readonly archive: Uint8Array;
  /** Path in the archive -> its bytes; folders have no entry. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

type TaskStatus = 'ENQUEUED' | 'BUILDING' | 'DEPLOYING' | 'SUCCESS' | 'FAILURE';

/** A build or a deploy of one component. */
interface Subtask {
  readonly id: string;
  readonly uid: string;
  readonly componentType: string;
  /** What the component lacks; null when it can be built. */
  readonly error: string | null;
}

export interface Task {
  readonly id: number;
  readonly subtasks: readonly Subtask[];
  /** What each look at it finds, the last one for good. */
  readonly course: readonly TaskStatus[];
  looks: number;
}

export interface Project {
  readonly id: number;
  readonly name: string;
}
