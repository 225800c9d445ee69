"""Notes: what was said and agreed, kept word for word, corrected openly, found in any form."""
