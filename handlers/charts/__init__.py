"""Pictures drawn by the bot: what they show, and how they are drawn."""
