-- Ends a reservation.
-- KEYS: the keys of its windows.
-- ARGV: the reservation's id, its cost, the longest time of a call in us, 1 if the call was sent and
-- 0 if not; then for each window the limit's count and the length of the window in us.
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local id, cost, longest = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])

local function text(number)
  return string.format('%.0f', number)
end

for part = 1, #KEYS do
  local window = KEYS[part]
  local count, per = tonumber(ARGV[3 + 2 * part]), tonumber(ARGV[4 + 2 * part])
  for number = 1, per > 0 and math.min(cost, count) or 0 do
    local entry = id .. ':' .. number
    if ARGV[4] == '1' then
      redis.call('ZADD', window, text(now + per), entry)
    else
      redis.call('ZREM', window, entry)
    end
  end
  redis.call('PEXPIRE', window, text(math.ceil((longest + per) / 1000) + 1000))
end
