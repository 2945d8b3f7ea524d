"""The way from Telegram and to it: what comes in is stripped, what goes out keeps its pace."""
