-- People who register by USSD, one after another on each connection (a thread has one, so a person's steps come in their order).
-- What Africa's Talking sends: a form with the whole text of the session so far.
local answers = { "1", "1", "99", "1", "3", "1", "1", "5", "6", "3", "5" }
local threads = {}

function setup(thread)
  thread:set("id", #threads)
  table.insert(threads, thread)
end

function init()
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
  person, step, text = 0, 0, ""
  asked, ended, strange = 0, 0, 0
end

function request()
  if step > 0 then text = step == 1 and answers[1] or text .. "*" .. answers[step] end
  asked = asked + 1
  local number = string.format("%%2B23767%02d%05d", id, person)
  local session = string.format("bench-%d-%d", id, person)
  return wrk.format(nil, nil, nil,
    "sessionId=" .. session .. "&phoneNumber=" .. number .. "&networkCode=62401&serviceCode=*123%23&text=" .. text)
end

function response(status, headers, body)
  local word = string.sub(body, 1, 3)
  if status ~= 200 or (word ~= "CON" and word ~= "END") then strange = strange + 1 end
  if step == #answers then
    if string.find(body, "Votre numero") then ended = ended + 1 else strange = strange + 1 end
    person, step, text = person + 1, 0, ""
  else
    step = step + 1
  end
end

function done(summary, latency)
  local total = { asked = 0, ended = 0, strange = 0 }
  for _, thread in ipairs(threads) do
    for name in pairs(total) do total[name] = total[name] + thread:get(name) end
  end
  io.write(string.format("BENCH %d %d %d %d %.0f %d %d\n", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), summary.requests / summary.duration * 1000000, total.ended, total.strange))
end
