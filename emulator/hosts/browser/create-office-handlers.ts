/** Runs in the pane: who wants to hear of which of Office's events. Sent as text, so it refers to nothing outside of itself. */
type Members = Readonly<Record<string, unknown>>;
type Handler = (event: Members) => void;

export interface OfficeHandlers {
  /** `addHandlerAsync` and `removeHandlerAsync`. */
  readonly methods: Members;
  readonly tell: (type: string, event: Members) => void;
}

/** `succeed` answers a call's options and callback. */
export function createOfficeHandlers(succeed: (args: readonly unknown[]) => void): OfficeHandlers {
  const kept = new Map<string, Handler[]>();
  return {
    tell: (type, event) => (kept.get(type) ?? []).forEach((handler) => handler({ type, ...event })),
    methods: {
      addHandlerAsync: (type: string, handler: Handler, ...rest: readonly unknown[]) => {
        kept.set(type, [...(kept.get(type) ?? []), handler]);
        succeed(rest);
      },
      removeHandlerAsync: (type: string, ...rest: readonly unknown[]) => {
        kept.delete(type);
        succeed(rest);
      },
    },
  };
}
