-- Reserves what a call spends, in all of its windows or in none.
-- KEYS: for each part, the key of its window and the key that says that it is frozen.
-- ARGV: as window.lua says; then for each part the limit's count and the length of its window in us.
-- Returns the number of the first part without room and the time to wait in us; or 0, 0.

local parts = #KEYS / 2
for part = 1, parts do
  local window, frozen = KEYS[2 * part - 1], KEYS[2 * part]
  local count, per = tonumber(ARGV[2 + 2 * part]), tonumber(ARGV[3 + 2 * part])
  local rest = redis.call('PTTL', frozen)
  if rest >= 0 then
    return {part, math.max(rest, 1) * 1000}
  end
  redis.call('ZREMRANGEBYSCORE', window, '-inf', text(now))
  local used = redis.call('ZCARD', window)
  local room = math.max(count - cost, 0)
  if used > room and per > 0 then
    local last = used - room - 1
    local entry = redis.call('ZRANGE', window, last, last, 'WITHSCORES')
    -- A call that has not finished counts for at least a window from now on.
    return {part, math.min(tonumber(entry[2]) - now, per)}
  end
end

for part = 1, parts do
  local window = KEYS[2 * part - 1]
  local count, per = tonumber(ARGV[2 + 2 * part]), tonumber(ARGV[3 + 2 * part])
  for _, entry in ipairs(entries(count, per)) do
    redis.call('ZADD', window, text(now + longest + per), entry)
  end
  expire(window, per)
end
return {0, 0}
