import { glyphPath } from './glyph-paths.ts';

interface GlyphProps {
  readonly name: string;
  readonly label?: string | undefined;
  readonly className?: string;
}

/** Decorative unless it has a label. */
export function Glyph({ name, label, className = '' }: GlyphProps) {
  const described =
    label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg className={`glyph ${className}`} viewBox="0 0 16 16" {...described}>
      <path d={glyphPath(name)} />
    </svg>
  );
}
