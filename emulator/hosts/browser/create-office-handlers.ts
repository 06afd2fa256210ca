/** Runs in the pane: who wants to hear of which of Office's events. Sent as text, so it refers to nothing outside of itself. */
export type HandlerMethods = Pick<Office.Mailbox, 'addHandlerAsync' | 'removeHandlerAsync'>;
type Handler = (event: object) => void;

export interface OfficeHandlers {
  readonly methods: HandlerMethods;
  readonly tell: (event: { readonly type: string }) => void;
}

/** `succeed` answers a call's options and callback. */
export function createOfficeHandlers(succeed: (args: readonly unknown[]) => void): OfficeHandlers {
  const kept = new Map<string, Handler[]>();
  return {
    tell: (event) => (kept.get(event.type) ?? []).forEach((handler) => handler(event)),
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
