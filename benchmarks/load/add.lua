-- For wrk: makes the call add(2, 3) and counts the replies that are not 5.
wrk.method = "POST"
wrk.headers["Content-Type"] = "text/xml"
wrk.body = '<?xml version="1.0"?><methodCall><methodName>add</methodName><params>' ..
  '<param><value><int>2</int></value></param><param><value><int>3</int></value></param></params></methodCall>'

local threads = {}
function setup(thread) table.insert(threads, thread) end
function init() wrong = 0 end
function response(status, _, body)
  if status ~= 200 or (check and not body:find("<int>5</int>", 1, true)) then wrong = wrong + 1 end
end
check = os.getenv("CHECK") ~= nil
function done(summary)
  local wrong = 0
  for _, thread in ipairs(threads) do wrong = wrong + thread:get("wrong") end
  local errors = summary.errors
  print(string.format("requests=%d wrong=%d connect=%d read=%d write=%d timeout=%d", summary.requests, wrong,
    errors.connect, errors.read, errors.write, errors.timeout))
end
