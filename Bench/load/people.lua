-- Who dials, and what Africa's Talking sends of them: a form with the whole text of the session so far. Shared by walk.lua and dial.lua;
-- wrk runs a thread a connection, so what a connection does comes in its order.
-- Arguments: from=N, the number of the first person, so that no run repeats another's people; threads=N; people=N, to stop after
-- so many on each connection.
answers = { "1", "1", "99", "1", "3", "1", "1", "5", "6", "3", "5" }
texts = { [0] = "" }
for step, answer in ipairs(answers) do texts[step] = step == 1 and answer or texts[step - 1] .. "*" .. answer end

threads = {}

function setup(thread)
  thread:set("id", #threads)
  table.insert(threads, thread)
end

function prepare(arguments)
  settings = { from = 0, threads = 1 }
  for _, argument in ipairs(arguments) do
    local name, value = string.match(argument, "^(%w+)=(%d+)$")
    settings[name] = tonumber(value)
  end
  head = "POST " .. wrk.path .. " HTTP/1.1\r\nHost: " .. wrk.headers["Host"]
    .. "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
  answered, ended, strange = 0, 0, 0
end

-- The n-th person of this thread, with so many answers given.
function message(n, step)
  local person = settings.from + n * settings.threads + id
  local body = string.format("sessionId=bench-%d&phoneNumber=%%2B23767%07d&networkCode=62401&serviceCode=*123%%23&text=%s",
    person, person, texts[step])
  return head .. #body .. "\r\n\r\n" .. body
end

-- Whether it was an answer that a person should see, and after the last step the one with their number. Who is told to try again later gets
-- an end in the middle.
function judge(status, body, step)
  local word = string.sub(body, 1, 3)
  local isLast = step == #answers
  if status ~= 200 or (word ~= "CON" and not (isLast and word == "END")) then
    strange = strange + 1
    return
  end
  answered = answered + 1
  if not isLast then return end
  if string.find(body, "Votre numero", 1, true) then ended = ended + 1 else strange = strange + 1 end
end

-- With people=N: this connection is done. wrk itself sleeps till its time is over, so the last one wakes it.
function finish()
  wrk.thread:stop()
  local file = io.open(os.getenv("BENCH_FINISHED"), "a+")
  file:write(".")
  file:flush()
  -- Later: as long as os.execute is under way, its caller is deaf to it.
  if file:seek("end") == settings.threads then os.execute("(sleep 0.1; kill -INT $PPID) &") end
  file:close()
end

function done(summary, latency)
  local total = { answered = 0, ended = 0, strange = 0 }
  for _, thread in ipairs(threads) do
    for name in pairs(total) do total[name] = total[name] + thread:get(name) end
  end
  local errors = summary.errors
  io.write(string.format("BENCH answered=%d ended=%d strange=%d rate=%.0f p50=%d p99=%d longest=%d\n",
    total.answered, total.ended, total.strange + errors.connect + errors.read + errors.write + errors.timeout,
    total.answered / summary.duration * 1000000, latency:percentile(50), latency:percentile(99), latency.max))
end
