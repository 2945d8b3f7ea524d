# What a worker sees at a glance: own concerns, the day, searching and timelines.

button-my-work = My concerns
button-order = Change the order
button-order-first = To the top
button-order-down = Down
button-order-age = By age
button-day = My day
button-find = Find
button-timeline = Timeline

## My concerns

my-work-head = Your concerns
my-work-none = You have no concerns at the moment.
my-work-taken = { $nickname }: Taken. React by { $date }.
my-work-reacted = { $nickname }: Reacted to.
my-work-follow-up = Follow up on { $date }.
mark-acute = URGENT.
order-how = Press { button-order-first } or { button-order-down }. You can also type “{ button-order-first } Stille Bæk”. Only you see your order.

## Open concerns

line-reacted = { $nickname } is free. Somebody has reacted.

## My day

day-head = Your day, { $date }
day-unowned = Free concerns: { $number }
day-due = Due today or before: { $names }
day-follow-up = Follow up today: { $names }
day-added = News from reporters since yesterday: { $number }
day-calm = Nothing of yours is due today.

## Searching

find-how = Type “{ button-find }” and a part of the nickname, such as “{ button-find } bæk”.
find-none = That nickname is not here. Try a smaller part of it.
find-free = { $nickname } is free. Received on { $date }.
find-taken = { $nickname } is with { $owner }. Received on { $date }.
find-ended = { $nickname } has ended. Received on { $date }.

## Timeline

timeline-head = The timeline of { $nickname }
timeline-forgotten = Everything about it is deleted on { $date }.
timeline-line = { $time ->
    [none] { $name }: { $what }
   *[other] { $time } { $name }: { $what }
}
who-reporter = reporter
who-clock = the bot
