-- The least that the same server can do with a request, to measure the turns against.
function done(summary, latency)
  io.write(string.format("BENCH %d %d %d %d %.0f 0 0\n", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), summary.requests / summary.duration * 1000000))
end
