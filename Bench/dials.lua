-- People who register by one dial each, all their answers behind the code: to have many people at once.
local path = "1*1*99*1*3*1*1*5*6*3*5"
local threads = {}

function setup(thread)
  thread:set("id", #threads)
  table.insert(threads, thread)
end

function init()
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
  person, ended = 0, 0
end

function request()
  person = person + 1
  return wrk.format(nil, nil, nil,
    string.format("sessionId=dial-%d-%d&phoneNumber=%%2B23768%02d%05d&networkCode=62401&serviceCode=*123%%23&text=%s",
      id, person, id, person, path))
end

function response(status, headers, body)
  if string.find(body, "Votre numero") then ended = ended + 1 end
end

function done(summary, latency)
  local total = 0
  for _, thread in ipairs(threads) do total = total + thread:get("ended") end
  io.write(string.format("BENCH %d\n", total))
end
