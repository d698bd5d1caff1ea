/** Milliseconds that one invocation and its calls may take. */
export interface TimeLimits {
  /** The platform kills a function after 15 s; a cold start and the reply need some of it. */
  readonly budgetMs: number;
  /** Of the budget, kept for the write, or for noting on the record why there was none. */
  readonly keptForWritingMs: number;
  /** Of that, kept for the figures: payment records are written before them. */
  readonly keptForFiguresMs: number;
  /** One lost answer may not cost the whole budget. */
  readonly stripeAttemptMs: number;
  readonly hubSpotAttemptMs: number;
  /** What the view can do without gets one short try: a link is not worth a wait. */
  readonly bestEffortMs: number;
  /** HubSpot may take ten seconds for a batch, and it is lost time to give up on one. */
  readonly batchAttemptMs: number;
  /** A permission that answers slowly may not hold up the report. */
  readonly probeAttemptMs: number;
  /** A call waits so long for others that can share it: those of records that are synced side by side. */
  readonly gatherMs: number;
}

export const TIME_LIMITS: TimeLimits = {
  budgetMs: 13_000,
  keptForWritingMs: 2_500,
  keptForFiguresMs: 1_500,
  stripeAttemptMs: 6_000,
  hubSpotAttemptMs: 4_000,
  bestEffortMs: 2_000,
  batchAttemptMs: 11_000,
  probeAttemptMs: 5_000,
  gatherMs: 0,
};

/** Of a run that syncs many records. */
export const REFRESH_LIMITS = { gatherMs: 100 } as const;

/** The same from a terminal, which has a process and its memory for itself; the cards still ask beside it. */
export const TERMINAL_RUN = {
  recordsAtOnce: 80,
  /** Its calls are spread over each second by the limits below: a shorter wait finds few that can share one. */
  time: { gatherMs: 200 },
  limits: {
    share: 7 / 8,
    isEven: true,
    /** Of the 190 calls that an app has in ten seconds twenty are left to cards (docs/decisions/0030). */
    hubSpotPerSecond: 17,
  },
} as const;
