-- Ends a reservation.
-- KEYS: the keys of its windows.
-- ARGV: as window.lua says; 1 if the call was sent and 0 if not; then for each window the limit's
-- count and the length of the window in us.

for part = 1, #KEYS do
  local window = KEYS[part]
  local count, per = tonumber(ARGV[3 + 2 * part]), tonumber(ARGV[4 + 2 * part])
  for _, entry in ipairs(entries(count, per)) do
    if ARGV[4] == '1' then
      redis.call('ZADD', window, text(now + per), entry)
    else
      redis.call('ZREM', window, entry)
    end
  end
  expire(window, per)
end
