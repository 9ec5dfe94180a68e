-- What the scripts about windows share: the first three of ARGV are the reservation's id, its cost and
-- the longest time of a call in us. Times are those of the server, in us.
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local id, cost, longest = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])

-- Without digits after the point, and without an exponent.
local function text(number)
  return string.format('%.0f', number)
end

-- Returns the entries of the reservation in a window: none if it has no length, so that it never is
-- full.
local function entries(count, per)
  local found = {}
  for number = 1, per > 0 and math.min(cost, count) or 0 do
    found[number] = id .. ':' .. number
  end
  return found
end

-- Removes a window some time after all of it has passed.
local function expire(window, per)
  redis.call('PEXPIRE', window, text(math.ceil((longest + per) / 1000) + 1000))
end
