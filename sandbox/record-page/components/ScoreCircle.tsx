import type { ScoreProps } from '@hubspot/ui-extensions';

/** Its rim is 100 long, so that a score is its own length. */
const radius = 100 / (2 * Math.PI);

function toneOf(score: number): 'high' | 'low' | 'middle' {
  if (score < 34) return 'low';
  return score < 67 ? 'middle' : 'high';
}

export function ScoreCircle({ score, testId }: ScoreProps) {
  if (!(score >= 0 && score <= 100)) {
    throw new Error(`ScoreCircle shows a score from 0 to 100, not ${String(score)}.`);
  }
  const rounded = Math.round(score);
  return (
    <svg
      className={`score score-${toneOf(rounded)}`}
      viewBox="0 0 40 40"
      role="img"
      aria-label={String(rounded)}
      data-test-id={testId}
    >
      <circle cx="20" cy="20" r={radius} className="score-track" />
      <circle
        cx="20"
        cy="20"
        r={radius}
        className="score-part"
        strokeDasharray={`${String(rounded)} 100`}
        transform="rotate(-90 20 20)"
      />
      <text x="20" y="20">
        {rounded}
      </text>
    </svg>
  );
}
