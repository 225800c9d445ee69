"""A local stand-in for Telegram: its Bot API for the bot, and a chat page for people.

It keeps everything in memory, listens on the loopback interface only, and refuses what Telegram
refuses, in Telegram's words. Nothing here knows what the bot is for.
"""
