# The marks around a Latin word keep it in its own direction.
# Buttons, stopping and the receipt; no person has read it yet. What is missing here is said in Danish and English.

button-next = التالي
button-skip = تخطي
button-back = رجوع
button-acute = مساعدة عاجلة
button-stop = توقف
button-send = إرسال
button-wipe = احذف إجاباتي
button-resume = متابعة
button-fresh = البدء من جديد

hint-one = اضغط على إجابة أو اكتب رقمها.
hint-many = اختر ما تشاء. يمكنك أيضًا كتابة الأرقام. ثم اضغط على { button-next }.
hint-words = اكتب بكلماتك أو اضغط على زر.
progress = السؤال { $number } من { $of }
your-answer = إجابتك:

really-stop = هل تريد التوقف؟ عندها نحذف إجاباتك. لم يُرسل أي شيء بعد.
stopped =
    حذفنا إجاباتك لدينا. لم يقرأها أحد.

    رسائلك ما زالت هنا على الهاتف. يمكنك أن تحذف المحادثة بنفسك.

    يمكنك دائمًا أن تكتب من جديد. { call-us }

receipt =
    شكرًا. لقد وصلتنا رسالتك.

    سنتحرك في موعد أقصاه: { $date }.
receipt-code =
    رمزك: { $code }
    احتفظ به. تراه هذه المرة فقط. اكتبه هنا لتعرف الموعد الأخير لتحركنا.
receipt-acute-called = جيد أنك اتصلت. إذا ساء الوضع، فاتصل مرة أخرى.
receipt-acute-cannot_call =
    اطلب من شخص آخر أن يتصل إن كان ذلك ممكنًا بأي شكل. هذه المحادثة لا تُقرأ طوال الوقت.

    اضغط على {"\u2068/akut\u2069"} لترى الأرقام مرة أخرى.
receipt-nobody-on-duty = لا يوجد أحد في المناوبة الآن. تم إبلاغ الفريق.
