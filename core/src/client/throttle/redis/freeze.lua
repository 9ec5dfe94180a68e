-- Freezes keys, and leaves those alone that are frozen for longer.
-- KEYS: the keys that say it.
-- ARGV: the time in ms.
for _, key in ipairs(KEYS) do
  if redis.call('PTTL', key) < tonumber(ARGV[1]) then
    redis.call('SET', key, '1', 'PX', ARGV[1])
  end
end
