/** Form-encoded parameters as Stripe nests them: `created[gte]=1`, `expand[]=data.customer`. */
export type FormValue = string | FormTree;
export interface FormTree {
  readonly [name: string]: FormValue;
}

interface MutableTree {
  [name: string]: string | MutableTree;
}

const emptyTree = (): MutableTree => Object.create(null) as MutableTree;

function pathOf(name: string): readonly string[] {
  const [head = '', ...rest] = name.split('[');
  return [head, ...rest.map((part) => part.replace(/\]$/, ''))];
}

function put(tree: MutableTree, path: readonly string[], value: string): void {
  const [head = '', ...rest] = path;
  const key = head === '' ? String(Object.keys(tree).length) : head;
  if (rest.length === 0) {
    tree[key] = value;
    return;
  }
  const existing = tree[key];
  const branch = existing === undefined || typeof existing === 'string' ? emptyTree() : existing;
  tree[key] = branch;
  put(branch, rest, value);
}

export function parseForm(search: URLSearchParams): FormTree {
  const tree = emptyTree();
  for (const [name, value] of search) put(tree, pathOf(name), value);
  return tree;
}
