# What is not written: pictures, sound, places on the map and forwarded messages.

refuse-audio = We can't listen to sound here. We have not kept the file. Please write what it is about. { call-us }
refuse-story = We can't see stories here. They can show who someone is. We have not kept it. Please describe it in words.
caption-taken = You also wrote something with it. We take that as a message from you.

# The place is rounded to about a hundred metres before it is kept.
pin-live =
    Thank you. We only keep the first place, and only roughly. We do not follow you.

    Telegram goes on sharing the place here until you stop it yourself.

forwarded = You forwarded a message. Telegram can show who wrote it first. We do not keep that.

## When the council has said yes to pictures, sound or video

media-photo = Picture { $number }
media-voice = Voice message { $number }
media-video = Video { $number }
media-kept = Thank you, we have got it. It is kept with your answers.
media-enough = There is no room for more pictures or sound. Please write the rest in words.
button-media = See pictures and sound
no-media = There are no pictures or sound for { $nickname }.
