-- People who register by USSD, a step a request. A connection goes on with `held` of them in turns, so that so many conversations are alive
-- at once; who has registered makes room for the next one.
-- With midway=1 the first of them have dialled before, by dial.lua with staggered=1.
dofile(os.getenv("BENCH_LOAD") .. "/people.lua")

function init(arguments)
  prepare(arguments)
  held = settings.held or 1
  walkers, current, nextPerson = {}, 1, held
  for n = 0, held - 1 do
    walkers[n + 1] = { person = n, step = settings.midway and n % #answers + 1 or 0 }
  end
end

function request()
  local walker = walkers[current]
  return message(walker.person, walker.step)
end

function response(status, headers, body)
  local walker = walkers[current]
  judge(status, body, walker.step)
  if walker.step == #answers then
    walker.person, walker.step = nextPerson, 0
    nextPerson = nextPerson + 1
    if settings.people and walker.person >= settings.people then finish() end
  else
    walker.step = walker.step + 1
  end
  current = current % held + 1
end
