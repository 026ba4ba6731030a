// Loaded before a program under measurement: says at its end how much memory it used at most.
process.on('exit', () => process.stderr.write(`peak ${process.resourceUsage().maxRSS}\n`))
