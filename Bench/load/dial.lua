-- People who dial once, with their answers behind the code: to have many people, or many conversations, soon.
-- All of them register, unless staggered=1: then a person has given one answer more than the one before, and is in the middle of the walk.
dofile(os.getenv("BENCH_LOAD") .. "/people.lua")

function init(arguments)
  prepare(arguments)
  person = 0
end

local function step() return settings.staggered and person % #answers or #answers end

function request() return message(person, step()) end

function response(status, headers, body)
  judge(status, body, step())
  person = person + 1
  if settings.people and person >= settings.people then finish() end
end
