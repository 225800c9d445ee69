"""The core: the words of the trade, its rules, its use cases. No Telegram, no SQL, no texts."""
