## When somebody is missing on duty

receipt-duty-out-of-reach = We cannot reach the person on duty right now. Others on the team have been told.
alert-unmanned = Nobody on duty can be reached right now. Please look at the roster.
