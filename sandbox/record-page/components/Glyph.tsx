import { iconNamed } from './icons.ts';

interface GlyphProps {
  readonly name: string;
  readonly label?: string | undefined;
  readonly className?: string;
}

/** Decorative unless it has a label. */
export function Glyph({ name, label, className = '' }: GlyphProps) {
  const Drawing = iconNamed(name);
  const described =
    label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return <Drawing className={`glyph ${className}`} data-icon={name} {...described} />;
}
