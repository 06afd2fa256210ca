/** Counts for Prometheus: exchanges, relayed calls, what memory could answer, durations. No label says who or what about whom. */
import type { Log } from './log.ts';

export interface Metrics {
  /** The same log, which also counts what passes through it. */
  watch(log: Log): Log;
  readonly contentType: string;
  /** Prometheus' text form. */
  read(): Promise<string>;
}

const SECONDS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Loads prom-client; who wants no metrics need not have it in memory. */
export async function createMetrics(): Promise<Metrics> {
  const { collectDefaultMetrics, Counter, Histogram, Registry } = await import('prom-client');
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const exchanges = new Histogram({
    name: 'office_shifts_exchange_seconds',
    help: 'Exchanges with Microsoft Entra, by outcome (ok, or our code of the refusal).',
    labelNames: ['outcome'],
    buckets: SECONDS,
    registers,
  });
  const requests = new Histogram({
    name: 'office_shifts_request_seconds',
    help: 'Answered requests, by route template.',
    labelNames: ['route'],
    buckets: SECONDS,
    registers,
  });
  const relayed = new Counter({
    name: 'office_shifts_relay_calls_total',
    help: 'Relayed calls, by method, route template and status.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const reads = new Counter({
    name: 'office_shifts_cache_reads_total',
    help: 'Whether memory had it, by what was asked for.',
    labelNames: ['cache', 'outcome'],
    registers,
  });
  return {
    watch: (log) => ({
      ...log,
      request: (record) => {
        const { method, route, status, ms } = record;
        requests.observe({ route }, ms / 1000);
        if (route.startsWith('/graph')) relayed.inc({ method, route, status });
        log.request(record);
      },
      exchanged: (outcome, ms) => exchanges.observe({ outcome }, ms / 1000),
      lookedUp: (cache, hit) => reads.inc({ cache, outcome: hit ? 'hit' : 'miss' }),
    }),
    contentType: registry.contentType,
    read: () => registry.metrics(),
  };
}
