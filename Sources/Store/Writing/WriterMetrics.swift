import Metrics

/// What the writer tells of its work; nothing of any person is in a label.
struct WriterMetrics: Sendable {
    let done = Counter(label: "passerelle_writes_total")
    let refused = Counter(label: "passerelle_writes_refused_total")
    let withdrawn = Counter(label: "passerelle_writes_withdrawn_total")
    let failed = Counter(label: "passerelle_writes_failed_total")
    let batches = Counter(label: "passerelle_batches_total")
    let batchTime = Metrics.Timer(label: "passerelle_batch_duration")
    let waiting = Gauge(label: "passerelle_writes_waiting")
}
